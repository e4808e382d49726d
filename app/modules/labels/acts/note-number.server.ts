import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { lockWays } from '../make/begin-way-back.server.ts';
import { goOn } from '../make/go-on.server.ts';

/** The number under which a parcel comes back, of a customer's own or of a label that the shop has elsewhere; told again, it is another. */
export async function noteNumber(ctx: ShopContext, told: { returnId: string; carrier: string; number: string }): Promise<void> {
  const orderId = await orderOf(ctx, told.returnId);
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await lockWays(tx, orderId);
    const way = await tx.label_returns.findFirst({ where: { return_id: told.returnId, current: true } });
    const label = way && (await tx.labels.findFirst({ where: { id: way.label_id, maker: { in: ['customer', 'nobody', 'hand'] }, state: { not: 'ended' } } }));
    if (!label) throw notFound('way back');
    if (label.state === 'ready' && label.number === told.number && label.carrier === (told.carrier || null)) return;
    await tx.labels.updateMany({ where: { id: label.id }, data: { carrier: told.carrier || null, number: told.number, state: 'ready', ready_at: now } });
    await tx.label_returns.updateMany({ where: { label_id: label.id }, data: { attached_at: null } });
    await goOn(tx, label.id, now);
  });
}

/** The order of a return; throws `not_found` for one that is not this shop's. */
export async function orderOf(ctx: ShopContext, returnId: string): Promise<string> {
  const known = isNumericId(returnId) ? await ctx.tx((tx) => tx.returns.findFirst({ where: { id: returnId }, select: { order_id: true } })) : null;
  if (!known) throw notFound('return');
  return known.order_id;
}
