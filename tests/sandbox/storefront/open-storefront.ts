import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { RunAdmin } from '#sandbox/contract.ts';
import { type BlockPlacement, createStorefront } from '#sandbox/storefront/index.ts';
import { serveLocally } from '../../harness/serve-locally.ts';
import { testApp } from '../oauth/test-app.ts';

/** A storefront under test, with a small app behind its proxy. */
export interface OpenStorefront {
  base: string;
  close(): Promise<void>;
}

/** One request as the app behind the proxy saw it. */
export interface SeenByApp {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

export const appSecret = 'proxy-secret';

/** Opens a storefront whose app answers with `app`; without one the app is down. */
export async function openStorefront(options: {
  runAdmin: RunAdmin;
  app?: (request: SeenByApp, response: ServerResponse) => void;
  placements?: BlockPlacement[];
  extensionsDir?: string;
  proxyTimeoutMs?: number;
  signedInCustomer?: (cookies: ReadonlyMap<string, string>) => string | null;
  /** False for a shop without the app. */
  installed?: boolean;
}): Promise<OpenStorefront> {
  const { app: answer } = options;
  const server =
    answer &&
    (await serveLocally(async (request, response) => {
      const body = await text(request);
      answer({ method: request.method ?? '', url: new URL(request.url ?? '/', 'http://app'), headers: request.headers, body }, response);
    }));
  const app = testApp({
    clientId: 'id',
    clientSecret: appSecret,
    url: server?.base ?? 'http://127.0.0.1:9',
    appProxy: { url: 'https://aftercare.example.com/proxy', prefix: 'apps', subpath: 'aftercare' },
  });
  const storefront = createStorefront({
    shopDomain: 'juniper-and-pine.myshopify.com',
    runAdmin: options.runAdmin,
    installedApps: () => (options.installed === false ? [] : [app]),
    appMetafields: () => [],
    blockPlacements: () => options.placements ?? [],
    extensionsDir: options.extensionsDir ?? fileURLToPath(new URL('../../../extensions', import.meta.url)),
    ...(options.signedInCustomer && { signedInCustomer: options.signedInCustomer }),
    ...(options.proxyTimeoutMs !== undefined && { proxyTimeoutMs: options.proxyTimeoutMs }),
  });
  const port = await storefront.start(0);
  return {
    base: `http://127.0.0.1:${port}`,
    close: async () => {
      await storefront.close();
      await server?.close();
    },
  };
}
