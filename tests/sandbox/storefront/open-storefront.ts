import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { RegisteredApp, RunAdmin } from '#sandbox/contract.ts';
import { type BlockPlacement, createStorefront } from '#sandbox/storefront/index.ts';

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
  /** False for a shop without the app. */
  installed?: boolean;
}): Promise<OpenStorefront> {
  const appServer = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const seen = { method: request.method ?? '', url: new URL(request.url ?? '/', 'http://app'), headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
    options.app?.(seen, response);
  });
  if (options.app) await new Promise<void>((resolve) => appServer.listen(0, '127.0.0.1', resolve));
  const address = appServer.address();
  const app: RegisteredApp = {
    clientId: 'id',
    clientSecret: appSecret,
    oldClientSecret: null,
    name: 'Aftercare',
    handle: 'aftercare',
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 9}`,
    scopes: [],
    optionalScopes: [],
    webhookApiVersion: '2026-10',
    webhooks: [],
    appProxy: { url: 'https://aftercare.example.com/proxy', prefix: 'apps', subpath: 'aftercare' },
  };
  const storefront = createStorefront({
    shopDomain: 'juniper-and-pine.myshopify.com',
    runAdmin: options.runAdmin,
    installedApps: () => (options.installed === false ? [] : [app]),
    appMetafields: () => [],
    blockPlacements: () => options.placements ?? [],
    extensionsDir: options.extensionsDir ?? fileURLToPath(new URL('../../../extensions', import.meta.url)),
    ...(options.proxyTimeoutMs !== undefined && { proxyTimeoutMs: options.proxyTimeoutMs }),
  });
  const port = await storefront.start(0);
  return {
    base: `http://127.0.0.1:${port}`,
    close: async () => {
      await storefront.close();
      appServer.closeAllConnections();
      await new Promise((resolve) => appServer.close(resolve));
    },
  };
}
