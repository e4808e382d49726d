import { parcelStories, type ParcelNews } from '#app/modules/parcels/index.server.ts';
import { OutcomeUnknown, UserErrors } from '#app/platform/shopify/errors.ts';
import { FireFlowTriggerDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { firingOf, isForFlow } from './triggers.ts';

/**
 * Starts the shop's workflows for one piece of news, at most once: where no answer came it may have happened, and a workflow that mails
 * a customer twice is worse than one that did not run. Throws what trying again may mend: no way in, throttling, an outage.
 */
export async function fireTrigger(ctx: ShopContext, news: ParcelNews): Promise<void> {
  const { kind } = news;
  if (!isForFlow(kind)) return;
  const stories = await ctx.tx((tx) => parcelStories(tx, news.orderId, ctx.clock.now()));
  const firing = firingOf({ ...news, kind }, stories.find(({ shipmentId }) => shipmentId === news.shipmentId) ?? null);
  try {
    await ctx.admin.run(FireFlowTriggerDocument, firing);
  } catch (error) {
    if (!(error instanceof UserErrors) && !(error instanceof OutcomeUnknown)) throw error;
    ctx.log.warn({ error, handle: firing.handle, orderId: news.orderId }, 'Flow was not told');
  }
}
