import express from 'express';
import { createClock } from '#sandbox/clock.ts';
import type { RunAdmin, SandboxUrls, ShopEvent } from '#sandbox/contract.ts';
import { createAdmin, createTunnel } from '#sandbox/admin/index.ts';
import { createOAuth } from '#sandbox/oauth/index.ts';
import { openWorlds } from '#sandbox/world/index.ts';
import { openQuill, SHOP } from '../webhooks/order-fixture.ts';
import { serveLocally } from '../../harness/serve-locally.ts';
import { testApp } from '../oauth/test-app.ts';

const clock = createClock();

/** What the admin ran on the Admin API. */
export interface Ran {
  query: string;
  variables: Record<string, unknown> | undefined;
  kind: string;
}

/** The admin of one shop with the tunnel towards an app, on free ports. Mutations are recorded and answered with `refuse`'s messages; `crash` makes them throw. */
export async function openAdmin(appLocal: string) {
  const ran: Ran[] = [];
  const refuse: string[] = [];
  const events: ShopEvent[] = [];
  const worlds = openWorlds({ dataDir: null, clock });
  openQuill(worlds);
  const front = express();
  const server = await serveLocally(front);
  const places = { appPublic: '' };
  const urls: SandboxUrls = {
    base: server.base,
    storefront: () => 'http://localhost:1',
    get appPublic() {
      return places.appPublic;
    },
    appLocal,
  };
  const tunnel = createTunnel({ urls, worlds });
  places.appPublic = `http://localhost:${await tunnel.start(0)}`;
  const app = testApp({ url: places.appPublic, scopes: ['read_orders'], optionalScopes: ['read_all_orders'] });
  const runAdmin: RunAdmin = async (_shop, { query, variables }, caller) => {
    ran.push({ query, variables, kind: caller.kind });
    if (query.includes('mutation') && refuse.includes('crash')) throw new Error('the engine crashed');
    const userErrors = refuse.map((message) => ({ message }));
    return { status: 200, body: { data: query.includes('mutation') ? { any: { userErrors } } : { shop: { name: 'Quill' } } } };
  };
  const oauth = createOAuth({ app, clock, worlds, dataDir: null, emit: (_shop, event) => void events.push(event) });
  oauth.install(SHOP);
  const admin = createAdmin({ worlds, runAdmin, clock, app, urls, oauth, dataDir: null, extensionsDir: '/nonexistent' });
  front.use(oauth.router, admin.router);
  return {
    urls,
    admin,
    oauth,
    ran,
    refuse,
    events,
    async close() {
      await tunnel.close();
      admin.close();
      oauth.close();
      worlds.close();
      await server.close();
    },
  };
}
