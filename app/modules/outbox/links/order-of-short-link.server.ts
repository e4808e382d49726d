import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { messageOfShortKey } from './short-link.ts';

/** The order whose page a short address opens, and since when it does; null where the key is none of ours, or its message was about no order or is forgotten. */
export async function orderOfShortLink(request: Request, ctx: ShopContext, secrets: readonly string[]): Promise<{ orderId: string; since: Date } | null> {
  const key = new URL(request.url).searchParams.get('s');
  const id = key === null ? null : messageOfShortKey(ctx.shop.id, key, secrets);
  if (id === null) return null;
  const message = await ctx.tx((tx) => tx.outbox.findFirst({ where: { id, recipient: { not: '' } }, select: { order_id: true, created_at: true } }));
  return message?.order_id ? { orderId: message.order_id, since: message.created_at } : null;
}
