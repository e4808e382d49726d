import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Records that the merchant handed the data over; the first time counts. */
export async function markDelivered(ctx: ShopContext, id: string): Promise<void> {
  await ctx.tx(async (tx) => {
    if ((await tx.data_requests.count({ where: { id } })) === 0) throw notFound('data request');
    await tx.data_requests.updateMany({ where: { id, delivered_at: null }, data: { delivered_at: ctx.clock.now() } });
  });
}
