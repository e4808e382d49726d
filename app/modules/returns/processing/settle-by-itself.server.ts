import { createHash } from 'node:crypto';
import { parcelsBack } from '#app/modules/parcels/index.server.ts';
import { goodwillLimit } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayActOnReturns } from '../may-read-returns.ts';
import { previewReturn, refusedPreview } from '../money/preview-return.server.ts';
import { processReturn, type ProcessWish } from '../money/process-return.server.ts';
import { storeCreditBonus } from '../money/store-credit-bonus.ts';
import type { AgreedReturn } from '../requests/request.ts';
import { returnViews } from '../return-views.server.ts';
import { furthestOf } from '../step-of.ts';
import { closeDone } from './close-done.server.ts';
import { dueUnits, type Due } from './due-units.ts';
import { goOn } from './go-on.server.ts';
import { processable, type Processable } from './processable.server.ts';
import { processingOf } from './refund-view.server.ts';
import { readReverseWork } from './reverse-work.server.ts';

/**
 * Gives what was agreed for an order's returns once it is due: exactly what was shown to their customers, once. Where it would be anything else, a
 * person does it, and is told why. What is over is closed.
 */
export async function settleByItself(ctx: ShopContext, { orderId }: { orderId: string }): Promise<void> {
  if (!mayActOnReturns(ctx.shop)) return;
  const { views, parcels } = await ctx.tx(async (tx) => ({ views: await returnViews(tx, { order_id: orderId, status: 'open', imported: false }), parcels: await parcelsBack(tx, [orderId]) }));
  for (const { id, deliveries } of views) {
    const found = await processable(ctx, id);
    const due = found.agreed && dueUnits(found.view, found.agreed, furthestOf(deliveries, parcels));
    if (found.agreed && due) await settle(ctx, found, found.agreed, due);
  }
  await closeDone(ctx, orderId);
}

async function settle(ctx: ShopContext, found: Processable, agreed: AgreedReturn, due: Due): Promise<void> {
  const { view, exchanges } = found;
  const processing = processingOf(found, { units: due.units, exchanges: exchanges.map(({ id, left }) => ({ id, quantity: left })), to: agreed.to, shipping: false });
  const shown = due.whole ? { refund: agreed.shown.refund, owed: agreed.shown.owed } : await partOf(ctx, processing);
  if (!shown) return leave(ctx, view.id, 'moved');
  const limit = await ctx.tx((tx) => goodwillLimit(tx, { orderId: view.orderId, staffId: null }));
  const promised = agreed.to === 'store_credit' ? storeCreditBonus(shown.refund, agreed.bonusPercentage) : 0;
  const begun = await processReturn(ctx, {
    ...processing,
    shown,
    dispositions: due.kept ? await keptByCustomer(ctx, view.id, due) : [],
    creditExpiresAt: null,
    notify: false,
    bonus: agreed.customerId === null ? null : { percentage: agreed.bonusPercentage, customerId: agreed.customerId },
    // What was promised has room: the limit is for what nobody promised.
    goodwillLimit: limit + promised,
    requestKey: keyOf(view.id, due, view.lines),
    source: 'job',
    actor: null,
  });
  if (begun.state === 'busy') return;
  if (begun.state !== 'begun') return leave(ctx, view.id, begun.state);
  await ctx.tx((tx) => tx.returns_left_to_people.deleteMany({ where: { return_id: view.id } }));
  await goOn(ctx, view.orderId, [begun.chainId]);
}

/** What a part of what was agreed comes to now, which nobody was shown before. */
async function partOf(ctx: ShopContext, processing: Parameters<typeof previewReturn>[1]): Promise<ProcessWish['shown'] | null> {
  const preview = await previewReturn(ctx.admin, processing).catch(refusedPreview);
  return preview && { refund: preview.ours.refund, owed: preview.ours.owed };
}

/** What customers keep is not put back into stock, and nobody waits for it. */
async function keptByCustomer(ctx: ShopContext, returnId: string, { units }: Due): Promise<ProcessWish['dispositions']> {
  const work = await readReverseWork(ctx.admin, returnId);
  return units.flatMap(({ id, quantity }) => {
    let missing = quantity;
    return (work?.lines ?? []).filter(({ lineId }) => lineId === id).flatMap((line) => {
      const part = Math.min(missing, line.quantity - line.disposed);
      missing -= Math.max(0, part);
      return part > 0 ? [{ lineId: `gid://shopify/ReturnLineItem/${id}`, reverseLineId: line.id, quantity: part, type: 'NOT_RESTOCKED' as const, locationId: null }] : [];
    });
  });
}

/** The same units from the same standing are one wish: what a person gave up is not begun again. */
function keyOf(returnId: string, { units }: Due, lines: readonly { id: string; processed: number }[]): string {
  const standing = [...units.map(({ id, quantity }) => `${id}:${quantity}`), ...lines.map(({ id, processed }) => `${id}=${processed}`)].toSorted().join(',');
  return `returns.by-itself:${returnId}:${createHash('sha256').update(standing).digest('hex').slice(0, 32)}`;
}

async function leave(ctx: ShopContext, returnId: string, why: string): Promise<void> {
  const row = { why, since: ctx.clock.now() };
  await ctx.tx(async (tx) => {
    const { count } = await tx.returns_left_to_people.updateMany({ where: { return_id: returnId, why }, data: {} });
    if (count === 0) await tx.returns_left_to_people.upsert({ where: { shop_id_return_id: { shop_id: ctx.shop.id, return_id: returnId } }, create: { return_id: returnId, ...row }, update: row });
  });
}
