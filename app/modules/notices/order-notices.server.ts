import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isNoticeKind } from './kinds.ts';
import type { OrderNotice } from './views.ts';

/** What the customer of an order is still to be told, and what they were not told, with the reason; the newest first. What was told is in the story. */
export function orderNotices(ctx: ShopContext, orderId: string): Promise<OrderNotice[]> {
  return ctx.tx(async (tx) => {
    const rows = await tx.notices.findMany({ where: { order_id: orderId, state: { in: ['planned', 'held'] } }, orderBy: { id: 'desc' }, take: 20 });
    return rows.flatMap(({ id, kind, state, held_for, due_at, settled_at }) =>
      isNoticeKind(kind) ? [{ id: String(id), kind, at: settled_at ?? due_at, heldFor: state === 'held' ? held_for : null }] : [],
    );
  });
}
