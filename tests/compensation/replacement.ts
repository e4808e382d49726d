import { randomUUID } from 'node:crypto';
import { gid } from '#app/kernel/ids.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Has an order that is there be one of ours, which sent the goods of another one again for nothing. */
export async function sentAgainAs(ctx: ShopContext, { orderId, as }: { orderId: string; as: string }): Promise<void> {
  const chain = randomUUID();
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await tx.chains.create({ data: { id: chain, kind: 'reship', order_id: orderId, request_key: chain, state: 'done', step_key: chain, input: {}, source: 'staff', created_at: now, updated_at: now } });
    await tx.compensations.create({ data: { id: chain, order_id: orderId, chain_id: chain, road: 'reship', state: 'given', currency: 'EUR', amount: 0, shopify_id: gid('Order', as), created_at: now, settled_at: now } });
  });
}
