import { afterAll, expect, it } from 'vitest';
import { deliverJob, queueMessage } from '#app/modules/outbox/index.server.ts';
import { mailServerSetting } from '#app/modules/sending/server/mail-server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { loadConfig } from '#app/platform/config/config.server.ts';
import { startApp } from '#app/wiring/app.server.ts';
import { boundJobs } from '#app/wiring/jobs.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { startMailServer } from '../outbox/mail-server.ts';
import { notice } from '../outbox/stage.ts';

const house = await startMailServer();
const merchants = await startMailServer();
const app = startApp(
  loadConfig({
    DATABASE_URL: await freshDatabase(), SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret', SHOPIFY_APP_URL: 'https://app.example.com', LOG_LEVEL: 'silent',
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`, SMTP_URL: house.url, MAIL_FROM: 'care@example.com', MERCHANT_HOSTS: 'any',
  }),
);
afterAll(() => app.close());

const server = { host: '127.0.0.1', port: Number(new URL(merchants.url).port), security: 'starttls' as const, user: '', sealedPassword: app.sealer.seal(''), from: 'care@nordlicht.example' };

it('a merchant’s mail server is hung up on after every job, and ours is kept on the line', async () => {
  const shopOf = async (domain: string) => {
    await app.database.platform.shops.create({ data: { domain, name: 'Nordlicht', primary_url: 'https://shop.example.com', installed_at: new Date() } });
    const shop = await app.shops.byDomain(domain);
    if (!shop) throw new Error('The shop is not there.');
    return app.shops.context(shop);
  };
  const withServer = await shopOf('own-server.myshopify.com');
  await changeSetting(withServer, mailServerSetting, { value: { server }, version: 0, by: null });
  const withoutOne = await shopOf('no-server.myshopify.com');
  const job = boundJobs(app).find(({ name }) => name === deliverJob.name);
  for (const ctx of [withServer, withServer, withoutOne, withoutOne]) {
    const { id } = await ctx.tx((tx) => queueMessage(tx, notice({ dedupeKey: `message ${merchants.received.length}.${house.received.length}` })));
    await job?.perform(ctx, { id });
  }
  await expect.poll(() => merchants.callers(), { timeout: 10_000 }).toBe(0);
  expect([merchants.received.length, house.received.length, house.callers()]).toEqual([2, 2, 1]);
});
