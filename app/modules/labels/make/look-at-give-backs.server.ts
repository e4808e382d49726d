import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { LabelRefused, ServiceSilent } from '../adapters/label-problem.ts';
import { accountOf } from './account-of.server.ts';
import type { LabelNeeds } from './label-needs.ts';

/** Carriers take up to a month to pay for a label that was given back; after two nobody asks any more. */
const waitedFor = 60 * day;
const atOnce = 100;

/** Asks what became of labels that were given back: their carriers decide later. A service that does not answer is asked the next night. */
export async function lookAtGiveBacks(ctx: ShopContext, needs: LabelNeeds): Promise<void> {
  const since = after(ctx.clock.now(), -waitedFor);
  const labels = await ctx.tx((tx) => tx.labels.findMany({ where: { refund: 'asked', reference: { not: null }, ended_at: { gt: since } }, orderBy: { ended_at: 'asc' }, take: atOnce, select: { id: true } }));
  for (const { id } of labels) {
    try {
      const { adapter, key, label } = await accountOf(ctx, id, needs);
      const refund = label.reference === null ? null : await adapter.lookAtGiveBack(key, label.reference);
      if (refund && refund !== 'asked') await ctx.tx((tx) => tx.labels.updateMany({ where: { id, refund: 'asked' }, data: { refund } }));
    } catch (error) {
      if (!(error instanceof LabelRefused) && !(error instanceof ServiceSilent)) throw error;
      ctx.log.warn({ error, label: id }, 'a label that was given back could not be looked at');
      return;
    }
  }
}
