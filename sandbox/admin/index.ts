import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import type { BlockPlacement } from '../storefront/index.ts';
import { appBridgeScript } from './app-bridge-script.ts';
import type { AdminDeps } from './deps.ts';
import { frameApi } from './frame-api.ts';
import { adminPages } from './pages.ts';
import { openPreferences } from './preferences.ts';

export type { AdminDeps } from './deps.ts';
export { createTunnel } from './tunnel.ts';

/** The room as its neighbours use it. */
export type Admin = ReturnType<typeof createAdmin>;

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The merchant's admin in the browser, with the app in its frame and the App Bridge stand-in. */
export function createAdmin(deps: AdminDeps) {
  const preferences = openPreferences(deps.dataDir);
  const router: Router = express.Router();
  router.get('/cdn/app-bridge.js', (_request, response) => {
    response.type('text/javascript').set('Cache-Control', 'no-cache').set('Access-Control-Allow-Origin', '*').send(appBridgeScript());
  });
  router.use('/cdn/admin', express.static(folder('./frame')));
  router.use('/store/:handle/frame', frameApi(deps, preferences));
  router.use(adminPages(deps, preferences));
  return {
    router,
    /** The app blocks the merchant put into the theme, for the storefront. */
    getBlockPlacements: (shopDomain: string): BlockPlacement[] => preferences.blocks(shopDomain),
    setBlockPlacements: (shopDomain: string, blocks: BlockPlacement[]): void => preferences.setBlocks(shopDomain, blocks),
    close: (): void => undefined,
  };
}
