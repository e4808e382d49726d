import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { afterAll, expect, it } from 'vitest';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { loadConfig } from '#app/platform/config/config.server.ts';
import { startWorker } from '#app/platform/jobs/worker.server.ts';
import { startApp } from '#app/wiring/app.server.ts';
import { boundJobs } from '#app/wiring/jobs.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { checkpoint, fulfillment, order } from '../orders/snapshots.ts';
import { startMailServer } from '../outbox/mail-server.ts';

const databaseUrl = await freshDatabase();
const server = await startMailServer();
const app = startApp(
  loadConfig({
    DATABASE_URL: databaseUrl, SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret', SHOPIFY_APP_URL: 'https://app.example.com', LOG_LEVEL: 'silent',
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`, SMTP_URL: server.url, MAIL_FROM: 'care@example.com',
  }),
);
await app.database.platform.shops.create({
  data: { domain: 'mailbox.myshopify.com', name: 'Nordlicht', primary_url: 'https://shop.example.com', installed_at: new Date(Date.now() - 86_400_000) },
});
const shop = await app.shops.byDomain('mailbox.myshopify.com');
if (!shop) throw new Error('The shop is not there.');
const ctx = app.shops.context(shop);
const worker = await startWorker({
  database: app.database, databaseUrl, jobs: boundJobs(app), ticks: [], concurrency: 4, contextOf: app.shops.contextOf, isParked: () => false, log: app.log, metrics: app.metrics,
});
afterAll(async () => {
  await worker.stop();
  await app.close();
});

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

it('a scan is a mail in the customer’s mailbox within five seconds, whole as mail programs read it', async () => {
  const about = { email: 'ada@example.com', customer_locale: 'fr', created_at: ago(300), processed_at: ago(300), fulfillment_status: 'fulfilled' };
  const sent = fulfillment({ id: '1', orderId: '1', numbers: ['00340434161094022115'], updatedAt: ago(200) });
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id: '1', updatedAt: ago(200), facts: about }), { ...sent, facts: { ...sent.facts, created_at: ago(200) } }, checkpoint('1', '1', '1', 'out_for_delivery', ago(1))], new Date()));
  const started = Date.now();
  while (server.received.length === 0 && Date.now() - started < 10_000) await sleep(20);
  expect(Date.now() - started).toBeLessThan(5_000);

  await sleep(500);
  expect(server.received.map(({ to }) => to)).toEqual([['ada@example.com']]);
  const mail = await PostalMime.parse(server.received[0]?.raw ?? '');
  expect(mail.subject).toBe('Nordlicht\u00a0: votre colis de la commande #1 est en cours de livraison');
  for (const part of ['Votre colis est en cours de livraison', 'Wool socks', '00340434161094022115', 'https://shop.example.com/apps/aftercare/track?key=1.order.']) {
    expect(mail.text).toContain(part);
    expect(mail.html).toContain(part);
  }
});
