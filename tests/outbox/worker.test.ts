import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it, vi } from 'vitest';
import { deliverDue, deliverJob, messageDetail, queueMessages } from '../../app/modules/outbox/index.server.ts';
import { bind, startWorker } from '../../app/platform/jobs/worker.server.ts';
import { createMailer } from '../../app/platform/mail/mailer.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { startMailServer } from './mail-server.ts';
import { openTestShops } from './shop-context.ts';

const { database, databaseUrl, newShop } = await openTestShops();
const server = await startMailServer();
const ctx = await newShop();
const metrics = createMetrics();
const mailer = createMailer({ smtpUrl: server.url, from: 'care@example.com', log: ctx.log });
const workers = await Promise.all(
  [1, 2].map(() =>
    startWorker({
      database,
      databaseUrl,
      jobs: [bind(deliverJob, (shop, payload) => deliverDue(shop, { mailer, sms: null, metrics }, payload))],
      ticks: [],
      concurrency: 3,
      contextOf: async (shopId) => (shopId === ctx.shop.id ? ctx : null),
      isParked: () => false,
      log: ctx.log,
      metrics,
    }),
  ),
);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  mailer.close();
  await database.close();
});

it('what is queued leaves by itself, each message once, whichever of the workers takes it, and no job is left behind', async () => {
  const ids = await ctx.tx((tx) =>
    queueMessages(
      tx,
      Array.from({ length: 40 }, (_, at) => ({
        channel: 'email' as const,
        kind: 'notices.shipped',
        reason: 'The parcel left.',
        dedupeKey: `shipped:${at}`,
        topic: `parcel:${at}`,
        to: `customer-${at}@example.com`,
        subject: 'On its way',
        text: 'It left.',
        html: null,
        locale: 'en',
      })),
    ),
  );
  const deadline = Date.now() + 15_000;
  const states = () => Promise.all(ids.map(async ({ id }) => (await messageDetail(ctx, id)).state));
  while ((await states()).some((state) => state !== 'sent') && Date.now() < deadline) await sleep(50);
  expect(new Set(await states())).toEqual(new Set(['sent']));
  await vi.waitFor(async () => expect((await database.pool.query('select key from graphile_worker.jobs')).rows).toEqual([]), { timeout: 10_000 });
  expect(server.received.map(({ to }) => to[0]).sort()).toEqual(Array.from({ length: 40 }, (_, at) => `customer-${at}@example.com`).sort());
});
