import { createServer, type IncomingMessage } from 'node:http';
import { handleRequest } from './handle-request.ts';
import { loadShop, type Shop } from './load-shop.ts';
import { splitLocale } from './locale.ts';
import { serveAsset } from './pages/serve-asset.ts';
import { openStore, type Store, type StoreRequest, type StoreResponse } from './store.ts';
import type { StorefrontDeps } from './types.ts';

export type { BlockPlacement, BlockTemplate, StorefrontDeps } from './types.ts';

/** One shop's storefront server. */
export interface Storefront {
  /** Listens; port 0 takes a free one. Answers with the port taken. */
  start(port: number, host?: string): Promise<number>;
  close(): Promise<void>;
}

const mostBody = 64 * 1024 * 1024;

/** Makes the storefront of one shop; several may run in one process. */
export function createStorefront(deps: StorefrontDeps): Storefront {
  const store = openStore(deps);
  const server = createServer((request, response) => {
    answer(store, request)
      .catch((error: unknown): StoreResponse => ({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `The storefront failed: ${String(error)}` }))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
  return {
    start: (port, host = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(store: Store, request: IncomingMessage): Promise<StoreResponse> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? store.deps.shopDomain}`);
  const asset = await serveAsset(store, url.pathname);
  if (asset) return asset;
  const body = await readBody(request);
  if (!body) return { status: 413, headers: { 'content-type': 'text/plain' }, body: 'Content Too Large' };
  const shop = await loadShop(store.ask);
  const cookies = readCookies(request.headers.cookie ?? '');
  const storeRequest: StoreRequest = {
    method: request.method ?? 'GET',
    visit: { ...splitLocale(url.pathname, shop.locales), currency: currencyOf(cookies, shop) },
    shop,
    origin: url.origin,
    query: url.searchParams,
    headers: request.headers,
    cookies,
    body,
    address: request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '',
  };
  return handleRequest(store, storeRequest);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    size += part.length;
    if (size <= mostBody) chunks.push(part);
  }
  return size > mostBody ? null : Buffer.concat(chunks);
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

function currencyOf(cookies: Map<string, string>, shop: Shop): string {
  const chosen = cookies.get('currency') ?? '';
  return shop.currencies.includes(chosen) ? chosen : shop.currency;
}
