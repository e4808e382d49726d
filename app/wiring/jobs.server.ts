import { sweepSessions, sweepSessionsJob } from '#app/modules/account-entry/index.server.ts';
import { advanceChain, advanceChainJob, wakeChains, wakeChainsJob } from '#app/modules/compensation/index.server.ts';
import { watchHoldOut } from '#app/modules/effect/index.server.ts';
import { acknowledge, acknowledgeJob, askSatisfaction, askSatisfactionJob, assignWaiting, assignWaitingJob, catchUpTiers, catchUpTiersJob, keepMail, keepMailJob, keepProblem, keepWaiting, keepWaitingJob, noteLetter, purgeWords, purgeWordsJob, removeMailFiles, removeMailFilesJob, sendReply, sendReplyJob, wakeSnoozed, wakeSnoozedJob, watchPromises, watchPromisesJob } from '#app/modules/inbox/index.server.ts';
import { fireTrigger, fireTriggerJob, noticeCourier, passOnNews } from '#app/modules/flow/index.server.ts';
import { lookAtGiveBacks, lookAtGiveBacksJob, noteReturns, readReturnAddresses, readReturnAddressesJob, removeLabelFiles, removeLabelFilesJob } from '#app/modules/labels/index.server.ts';
import { fetchCustomer, fetchCustomerJob, fetchHeldOrder, fetchHeldOrderJob, fetchOrder, fetchOrderJob, importOrders, importOrdersJob, importProgress, ordersChangedJob, reconcileOrders, reconcileOrdersJob } from '#app/modules/orders/index.server.ts';
import { decideNoticesJob, decideWaiting, noticesStillTrue, releaseHeldOut, wakeLateOrders, wakeNotices } from '#app/modules/notices/index.server.ts';
import { deliverDue, deliverJob, letterMovedJob, markedLink, matchEarlyNews, matchEarlyNewsJob } from '#app/modules/outbox/index.server.ts';
import { followParcels, followParcelsJob, parcelNewsJob, parcelsBackMovedJob, recheckOpenParcels, recheckParcelsJob, refreshChangedParcels, watchParcels, watchParcelsJob } from '#app/modules/parcels/index.server.ts';
import { announcementStillTrue, announcePeak, announcePeakJob, publishPeak, publishPeakJob } from '#app/modules/peak/index.server.ts';
import { problemReportedJob, removePhotos, removePhotosJob } from '#app/modules/problems/index.server.ts';
import { catchUpReturns, catchUpReturnsJob, followApprovals, locateReturn, locateReturnJob, noteParcelsBack, readReturns, readReturnsJob, returnsChangedJob, returnViews, removeRequestPhotos, removeRequestPhotosJob, settleByItself, sendAtOnce, invoiceOwed, settleHolds, settleHoldsJob, settleReturnsJob } from '#app/modules/returns/index.server.ts';
import { checkSendingDomain, checkSendingDomainJob, shopWays } from '#app/modules/sending/index.server.ts';
import { learnLanes, learnLanesJob } from '#app/modules/promises/index.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { bind, type BoundJob } from '#app/platform/jobs/worker.server.ts';
import { confirmUninstall } from '#app/platform/shops/confirm-uninstall.server.ts';
import { refreshShop } from '#app/platform/shops/refresh-shop.server.ts';
import { confirmUninstallJob, refreshShopJob } from '#app/platform/shops/shop-jobs.server.ts';
import { drainReceipts, retryReceipt } from '#app/platform/webhooks/drain-receipts.server.ts';
import { purgeReceipts } from '#app/platform/webhooks/purge-receipts.server.ts';
import { drainReceiptsJob, purgeReceiptsJob, retryReceiptJob } from '#app/platform/webhooks/webhook-jobs.server.ts';
import type { App } from './app.server.ts';
import { beginWays } from './begin-ways.server.ts';
import { chainKinds } from './chain-kinds.server.ts';
import { customerLink } from './customer-link.server.ts';
import { topicHandlers } from './topics.server.ts';

/** Every job beside the use case that does it. */
export function boundJobs({ config, shops, metrics, transports, files, labelNeeds, mailReader, secrets, sealer, dns, spfHost }: App): BoundJob[] {
  return [
    bind(drainReceiptsJob, (ctx) => drainReceipts(ctx, topicHandlers, metrics)),
    bind(retryReceiptJob, (ctx, { receipt }) => retryReceipt(ctx, topicHandlers, receipt, metrics)),
    bind(sweepSessionsJob, sweepSessions),
    bind(purgeReceiptsJob, async (ctx) => void (await purgeReceipts(ctx))),
    bind(refreshShopJob, async (ctx) => {
      await refreshShop(ctx, shops);
      // What the shop has just granted may show us returns for the first time.
      await ctx.tx(async (tx) => {
        await enqueue(tx, catchUpReturnsJob, {}, { key: catchUpReturnsJob.name });
        await enqueue(tx, readReturnAddressesJob, {}, { key: readReturnAddressesJob.name });
      });
    }),
    bind(confirmUninstallJob, (ctx, { at }) => confirmUninstall(ctx, shops, new Date(at))),
    bind(importOrdersJob, async (ctx, nothing) => {
      await importOrders(ctx, nothing);
      if ((await importProgress(ctx))?.state === 'done') await ctx.tx((tx) => enqueue(tx, catchUpReturnsJob, {}, { key: catchUpReturnsJob.name }));
    }),
    bind(fetchOrderJob, fetchOrder),
    bind(fetchHeldOrderJob, fetchHeldOrder),
    bind(fetchCustomerJob, fetchCustomer),
    bind(reconcileOrdersJob, reconcileOrders),
    bind(readReturnsJob, readReturns),
    bind(locateReturnJob, locateReturn),
    bind(catchUpReturnsJob, catchUpReturns),
    bind(returnsChangedJob, async (ctx, { orderId }) => {
      await ctx.tx(async (tx) => {
        const returns = await returnViews(tx, { order_id: orderId });
        await beginWays(tx, orderId, returns, ctx.clock.now());
        await noteReturns(tx, orderId, returns, ctx.clock.now());
        await wakeNotices(tx, ctx.shop, [orderId], ctx.clock.now());
      });
      await followApprovals(ctx, orderId);
      await sendAtOnce(ctx, { orderId });
      await invoiceOwed(ctx, { orderId });
      await settleHolds(ctx, { orderId });
    }),
    bind(settleHoldsJob, settleHolds),
    bind(settleReturnsJob, settleByItself),
    bind(parcelsBackMovedJob, noteParcelsBack),
    bind(ordersChangedJob, (ctx) => refreshChangedParcels(ctx, wakeNotices)),
    bind(followParcelsJob, (ctx) => followParcels(ctx, sealer)),
    bind(watchParcelsJob, async (ctx) => {
      await watchParcels(ctx);
      await wakeLateOrders(ctx);
      await watchHoldOut(ctx, releaseHeldOut);
    }),
    bind(recheckParcelsJob, recheckOpenParcels),
    bind(learnLanesJob, learnLanes),
    bind(parcelNewsJob, async (ctx, told) => {
      await passOnNews(ctx, told);
      await ctx.tx((tx) => wakeNotices(tx, ctx.shop, told.news.map(({ orderId }) => orderId), ctx.clock.now()));
    }),
    bind(decideNoticesJob, (ctx, order) => decideWaiting(ctx, { linkTo: (id) => markedLink(customerLink(ctx, id)), hasHouseSms: transports.sms !== null }, order)),
    bind(fireTriggerJob, fireTrigger),
    bind(publishPeakJob, publishPeak),
    bind(announcePeakJob, announcePeak),
    bind(deliverJob, async (ctx, message) => {
      const { close, ...ways } = await shopWays(ctx, { ...transports, sealer, appUrl: config.shopify.appUrl, allowInside: config.mail.allowInside });
      try {
        await deliverDue(ctx, { ...transports, ...ways, house: transports.mailer, couriers: { ...ways.couriers, flow: noticeCourier(ctx) } }, message, [noticesStillTrue(ctx), announcementStillTrue(ctx)]);
      } finally {
        close();
      }
    }),
    bind(matchEarlyNewsJob, matchEarlyNews),
    bind(sendReplyJob, (ctx, message) => sendReply(ctx, secrets[0], message)),
    bind(acknowledgeJob, (ctx, message) => acknowledge(ctx, secrets, message)),
    bind(letterMovedJob, noteLetter),
    bind(checkSendingDomainJob, async (ctx) => void (await checkSendingDomain(ctx, dns, spfHost))),
    bind(advanceChainJob, async (ctx, { chainId }) => void (await advanceChain(ctx, chainKinds, chainId))),
    bind(wakeChainsJob, wakeChains),
    bind(lookAtGiveBacksJob, (ctx) => lookAtGiveBacks(ctx, labelNeeds)),
    bind(readReturnAddressesJob, readReturnAddresses),
    bind(removeLabelFilesJob, (ctx, labels) => removeLabelFiles(ctx, files, labels)),
    bind(keepMailJob, (ctx, arrival) => keepMail(ctx, { files, read: mailReader.read, secrets }, arrival)),
    bind(keepWaitingJob, keepWaiting),
    bind(askSatisfactionJob, (ctx, ticket) => askSatisfaction(ctx, config.shopify.apiSecret, ticket)),
    bind(assignWaitingJob, assignWaiting),
    bind(watchPromisesJob, watchPromises),
    bind(wakeSnoozedJob, wakeSnoozed),
    bind(catchUpTiersJob, catchUpTiers),
    bind(purgeWordsJob, purgeWords),
    bind(removeMailFilesJob, (ctx, work) => removeMailFiles(ctx, files, work)),
    bind(problemReportedJob, (ctx, report) => keepProblem(ctx, files, report)),
    bind(removePhotosJob, (ctx, photos) => removePhotos(ctx, files, photos)),
    bind(removeRequestPhotosJob, (ctx, photos) => removeRequestPhotos(ctx, files, photos)),
  ];
}
