import { sweepSessionsJob } from '#app/modules/account-entry/index.server.ts';
import { wakeChainsJob } from '#app/modules/compensation/index.server.ts';
import { lookAtGiveBacksJob, readReturnAddressesJob } from '#app/modules/labels/index.server.ts';
import { reconcileOrdersJob } from '#app/modules/orders/index.server.ts';
import { followParcelsJob, recheckParcelsJob, watchParcelsJob } from '#app/modules/parcels/index.server.ts';
import { publishPeakJob } from '#app/modules/peak/index.server.ts';
import { catchUpTiersJob, keepWaitingJob, purgeWordsJob, wakeSnoozedJob } from '#app/modules/inbox/index.server.ts';
import { learnLanesJob } from '#app/modules/promises/index.server.ts';
import { catchUpReturnsJob, settleHoldsJob } from '#app/modules/returns/index.server.ts';
import { checkSendingDomainJob } from '#app/modules/sending/index.server.ts';
import { enqueue, type Job } from '#app/platform/jobs/job.server.ts';
import type { Tick } from '#app/platform/jobs/worker.server.ts';
import { removeErasedFiles } from '#app/platform/shops/remove-erased-files.server.ts';
import { purgeReceiptsJob } from '#app/platform/webhooks/webhook-jobs.server.ts';
import type { App } from './app.server.ts';

/** The clockwork: each tick writes one job for every shop it concerns. */
export function ticks({ shops, database, files, clock }: App): Tick[] {
  const forEach = (which: 'installed' | 'all', job: Job<object>) => async () => {
    for (const shop of await shops.list(which)) {
      if (which === 'installed' && shop.access !== 'ok') continue;
      await shops.context(shop).tx((tx) => enqueue(tx, job, {}, { key: job.name }));
    }
  };
  return [
    { name: 'tick.wake-snoozed', at: '*/5 * * * *', perform: forEach('installed', wakeSnoozedJob) },
    // Orders and tags reach us meanwhile.
    { name: 'tick.catch-up-tiers', at: '4,14,24,34,44,54 * * * *', perform: forEach('installed', catchUpTiersJob) },
    { name: 'tick.reconcile-orders', at: '*/5 * * * *', perform: forEach('installed', reconcileOrdersJob) },
    // Soon after the orders are reconciled, which says whose returns changed.
    { name: 'tick.catch-up-returns', at: '1,6,11,16,21,26,31,36,41,46,51,56 * * * *', perform: forEach('installed', catchUpReturnsJob) },
    { name: 'tick.wake-chains', at: '7 * * * *', perform: forEach('installed', wakeChainsJob) },
    { name: 'tick.settle-holds', at: '13,43 * * * *', perform: forEach('installed', settleHoldsJob) },
    { name: 'tick.remove-erased-files', at: '41 * * * *', perform: () => removeErasedFiles(database, files, clock.now()) },
    { name: 'tick.watch-parcels', at: '*/10 * * * *', perform: forEach('installed', watchParcelsJob) },
    { name: 'tick.follow-parcels', at: '23 * * * *', perform: forEach('installed', followParcelsJob) },
    { name: 'tick.purge-receipts', at: '17 3 * * *', perform: forEach('all', purgeReceiptsJob) },
    { name: 'tick.sweep-sessions', at: '29 3 * * *', perform: forEach('all', sweepSessionsJob) },
    { name: 'tick.learn-lanes', at: '41 3 * * *', perform: forEach('installed', learnLanesJob) },
    // What uninstalling took out of the theme is there again after a day, and what is over is no longer carried.
    { name: 'tick.publish-peak', at: '53 3 * * *', perform: forEach('installed', publishPeakJob) },
    { name: 'tick.look-at-give-backs', at: '13 4 * * *', perform: forEach('installed', lookAtGiveBacksJob) },
    { name: 'tick.read-return-addresses', at: '47 4 * * *', perform: forEach('installed', readReturnAddressesJob) },
    { name: 'tick.keep-waiting-mail', at: '37 2 * * *', perform: forEach('all', keepWaitingJob) },
    { name: 'tick.purge-words', at: '19 2 * * *', perform: forEach('all', purgeWordsJob) },
    { name: 'tick.check-domains', at: '29 4 * * *', perform: forEach('installed', checkSendingDomainJob) },
    // Limits of silence are learned anew each night.
    { name: 'tick.recheck-parcels', at: '11 5 * * *', perform: forEach('installed', recheckParcelsJob) },
  ];
}
