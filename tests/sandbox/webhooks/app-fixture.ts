import { createClock } from '#sandbox/clock.ts';
import type { Installation, RegisteredApp } from '#sandbox/contract.ts';
import { createWebhooks, type WebhooksDeps } from '#sandbox/webhooks/index.ts';
import { openWorlds } from '#sandbox/world/index.ts';
import { serveLocally } from '../../harness/serve-locally.ts';
import { openQuill, SHOP } from './order-fixture.ts';
import { testApp } from '../oauth/test-app.ts';

/** What the app received. */
export interface Received {
  path: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  raw: string;
}

const clock = createClock();

/** An app that records what it is sent and answers `answer(n)`, with a shop and the webhooks room around it. */
export async function openApp(options: { answer?: (n: number) => number | 'hang'; webhooks?: Partial<RegisteredApp['webhooks'][number]>[]; random?: () => number; dataDir?: string } = {}) {
  const received: Received[] = [];
  const server = await serveLocally((request, response) => {
    let raw = '';
    request.on('data', (part) => (raw += part));
    request.on('end', () => {
      received.push({ path: request.url, headers: request.headers, raw });
      const status = options.answer?.(received.length) ?? 200;
      if (status !== 'hang') response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end(`answer ${status}`);
    });
  });
  const subscription = { topics: ['orders/create', 'orders/updated', 'app/uninstalled', 'app/scopes_update', 'bulk_operations/finish', 'customers/delete'], complianceTopics: [], uri: '/webhooks', includeFields: null, filter: null };
  const compliance = { ...subscription, topics: [], complianceTopics: ['customers/data_request', 'customers/redact', 'shop/redact'], uri: '/webhooks/compliance' };
  const app = testApp({ url: server.base, webhooks: options.webhooks?.map((one) => ({ ...subscription, ...one })) ?? [subscription, compliance] });
  const installation: Installation = {
    shopDomain: SHOP,
    clientId: 'client',
    scopes: new Set(),
    protectedData: { level1: true, name: true, email: true, phone: true, address: true },
    installedAt: new Date(),
    uninstalledAt: null,
  };
  const worlds = openWorlds({ dataDir: null, clock });
  const world = openQuill(worlds);
  const deps: WebhooksDeps = { worlds, app, clock, dataDir: options.dataDir ?? null, installation: () => installation, random: options.random };
  const webhooks = createWebhooks(deps);
  return {
    received,
    app,
    deps,
    world,
    installation,
    webhooks,
    publish: (topic: string, subject: string, body?: Record<string, unknown>) => webhooks.publish(SHOP, { topic, subject, at: new Date(), body }),
    async close() {
      await webhooks.close();
      await server.close();
      worlds.close();
    },
  };
}
