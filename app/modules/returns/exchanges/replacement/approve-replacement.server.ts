import { gid } from '#app/kernel/ids.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { calculateReturn } from '../../money/calculate-return.server.ts';
import type { WorkAnswer } from '../../processing/answers.ts';
import { goOn } from '../../processing/go-on.server.ts';
import { approveExchange } from '../../requests/approve-exchange.server.ts';
import { requestOfReturn } from '../../requests/kept-request.server.ts';
import type { PlannedExchange } from '../../requests/request.ts';
import { exchangesStillThere } from '../choices/exchanges-still-there.server.ts';

/** What came of it. `sold_out`: the same goods are not there any more. */
export type ReplacementAnswer = WorkAnswer | { is: 'sold_out' };

interface Asked {
  returnId: string;
  by: string | null;
}

/** Approves a warranty case with the same goods to go out for nothing: it ends as an open return with them in it. */
export async function approveReplacement(ctx: ShopContext, { returnId, by }: Asked): Promise<ReplacementAnswer> {
  if (by !== null && !(await ctx.tx((tx) => mayStaff(tx, by, 'approve')))) return { is: 'forbidden' };
  const asked = await ctx.tx((tx) => requestOfReturn(tx, returnId));
  if (asked?.part.road !== 'warranty' || asked.part.returnId !== returnId) return { is: 'moved', now: null };
  const { request, part, lines } = asked;
  const variants = await ctx.tx((tx) => tx.order_lines.findMany({ where: { id: { in: lines.map(({ lineId }) => lineId) } }, select: { id: true, variant_id: true, title: true } }));
  const wanted = lines.flatMap((line) => {
    const sold = variants.find(({ id }) => id === line.lineId);
    return sold?.variant_id ? [{ line, variantId: sold.variant_id, title: sold.title, quantity: line.units }] : [];
  });
  if (wanted.length < lines.length || (await exchangesStillThere(ctx, wanted)).length > 0) return { is: 'sold_out' };
  const { agreed } = await calculateReturn(ctx.admin, {
    orderId: gid('Order', request.orderId),
    currency: part.shown.currency,
    units: [],
    exchanges: wanted.map(({ variantId, quantity }) => ({ variantId: gid('ProductVariant', variantId), quantity, discount: { percentage: 100 } })),
    returnShippingFee: 0,
  });
  await ctx.tx(async (tx) => {
    for (const [at, { line, variantId, title }] of wanted.entries()) {
      const price = agreed[at];
      const exchange: PlannedExchange | null = price ? { variantId, title, agreed: price } : null;
      if (exchange) await tx.return_request_lines.updateMany({ where: { id: line.id }, data: { exchange: JSON.parse(JSON.stringify(exchange)) } });
    }
  });
  const approved = await approveExchange(ctx, returnId, by);
  if (!approved) return { is: 'moved', now: null };
  if (approved.is === 'stuck') return { is: 'attention' };
  return approved.is === 'done' ? goOn(ctx, request.orderId, []) : { is: 'running' };
}
