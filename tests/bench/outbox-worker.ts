import { createMailer } from '#app/platform/mail/mailer.server.ts';
import { systemClock } from '#app/platform/clock/clock.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { bind, startWorker } from '#app/platform/jobs/worker.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import { createShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { deliverMessage } from '../../app/modules/outbox/deliver-message.server.ts';
import { deliverJob } from '../../app/modules/outbox/jobs.server.ts';

/** A worker process that does nothing but deliver: killed and started again by the benchmark of notices. */
const [, , databaseUrl = '', smtpUrl = ''] = process.argv;
const log = createLog('error', 'bench');
const metrics = createMetrics();
const database = openDatabase({ url: databaseUrl, pool: 10, name: 'bench-worker' });
const shops = createShopRegistry({
  database,
  clock: systemClock,
  log,
  adminFor: () => ({
    run: () => {
      throw new Error('Nothing here asks Shopify.');
    },
  }),
});
const mailer = createMailer({ smtpUrl, from: 'Bench <bench@example.com>', log: createLog('silent', 'bench') });
const optOut = { appUrl: 'https://app.example.com', secret: 'bench' };
const worker = await startWorker({
  database,
  databaseUrl,
  jobs: [bind(deliverJob, (ctx, message) => deliverMessage(ctx, { mailer, sms: null, metrics, optOut }, message))],
  ticks: [],
  concurrency: 4,
  contextOf: (id) => shops.contextOf(id),
  isParked: () => false,
  log,
  metrics,
});
process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
