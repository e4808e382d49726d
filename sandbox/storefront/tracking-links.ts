import type { RegisteredApp } from '../contract.ts';
import type { BlockPlacement } from './types.ts';

/** Where the shop's menus send people who look for their parcel: the page with the app's form where the merchant put it, else the app's own page, else nowhere. */
export function trackingLinks(apps: RegisteredApp[], placements: BlockPlacement[], localePrefix: string): { menu: string | null; app: string | null } {
  const proxy = apps.find((app) => app.appProxy)?.appProxy;
  const app = proxy ? `${localePrefix}/${proxy.prefix}/${proxy.subpath}/track` : null;
  const placed = placements.some((placement) => placement.template === 'page' && placement.block.endsWith('/track-order'));
  return { menu: app && placed ? `${localePrefix}/pages/track-your-order` : app, app };
}
