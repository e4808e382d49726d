import type { ParcelNews } from '#app/modules/parcels/index.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { fireTriggerJob } from './jobs.ts';
import { isForFlow } from './triggers.ts';

/**
 * Makes a job of its own of every piece of news that Flow has a trigger for. Passing the same news on again, while it waits, changes nothing. While
 * Shopify lets us in no more nothing is kept for later: it would be no news by then.
 */
export async function passOnNews(ctx: ShopContext, { news }: { news: ParcelNews[] }): Promise<void> {
  const meant = news.filter(({ kind }) => isForFlow(kind));
  if (meant.length === 0 || ctx.shop.access !== 'ok') return;
  await ctx.tx(async (tx) => {
    const keyOf = ({ kind, shipmentId, happenedAt }: ParcelNews) => `${fireTriggerJob.name}:${kind}:${shipmentId}:${happenedAt}`;
    // Of one key there is one among them.
    await enqueueAll(tx, fireTriggerJob, [...new Map(meant.map((one) => [keyOf(one), { key: keyOf(one), payload: one }])).values()]);
  });
}
