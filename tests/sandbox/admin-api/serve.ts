import express from 'express';
import type { SandboxUrls } from '#sandbox/contract.ts';
import { serveLocally } from '../../harness/serve-locally.ts';
import type { SmallShop } from './small-shop.ts';
import { DOMAIN, smallShop } from './small-shop.ts';

export interface ServedShop extends SmallShop {
  base: string;
  endpoint: string;
  post(body: string | object, headers?: Record<string, string>): Promise<Response>;
  control(path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The small shop behind HTTP on a free port. */
export async function serve(changes: Parameters<typeof smallShop>[0] = {}): Promise<ServedShop> {
  const front = express();
  const { base, close } = await serveLocally(front);
  const urls: SandboxUrls = { base, storefront: () => base, appPublic: base, appLocal: base };
  const shop = smallShop({ ...changes, urls });
  front.use(shop.api.router);
  const endpoint = `${base}/shop/${DOMAIN}/admin/api/2026-10/graphql.json`;
  return {
    ...shop,
    base,
    endpoint,
    post: (body, headers = { 'x-shopify-access-token': 'app-token' }) =>
      fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async control(path, body = {}) {
      const response = await fetch(`${base}/control/admin-api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.json();
    },
    async close() {
      await shop.api.stop();
      shop.worlds.close();
      await close();
    },
  };
}
