import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actOnReturn } from '../act-on-return.server.ts';
import { mayActOnReturns } from '../may-read-returns.ts';
import { returnViews } from '../return-views.server.ts';
import type { ReturnView } from '../views.ts';

/** Closes an order's returns on which nothing is left to do, where Shopify left them open. What somebody closed or opened again before is theirs. */
export async function closeDone(ctx: ShopContext, orderId: string): Promise<void> {
  if (!mayActOnReturns(ctx.shop)) return;
  const over = await ctx.tx(async (tx) => {
    const views = await returnViews(tx, { order_id: orderId, status: 'open', next_step: 'close', imported: false });
    const closed = await wereClosed(tx, views);
    return views.filter((view) => isAllLookedAt(view) && !closed.has(view.id));
  });
  for (const { id } of over) await actOnReturn(ctx, { returnId: id, key: randomUUID(), input: { act: 'close' }, by: null });
}

/** Goods that were refunded before they came are still to be received. */
function isAllLookedAt({ lines, received }: ReturnView): boolean {
  return received.reduce((sum, { quantity }) => sum + quantity, 0) >= lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

async function wereClosed(tx: ShopTx, views: readonly ReturnView[]): Promise<ReadonlySet<string>> {
  const told = await tx.journal.findMany({ where: { order_id: { in: views.map((view) => view.orderId) }, type: { in: ['return.closed', 'return.reopened'] } }, select: { dedupe_key: true } });
  const acts = await tx.return_acts.findMany({ where: { return_id: { in: views.map(({ id }) => id) }, act: { in: ['close', 'reopen'] } }, select: { return_id: true } });
  return new Set([...acts.map(({ return_id }) => return_id), ...views.filter(({ id }) => told.some(({ dedupe_key }) => dedupe_key?.startsWith(`return:${id}:`))).map(({ id }) => id)]);
}
