import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** What is held about the customer of one request, as it was when they asked. */
export async function readDataRequest(ctx: ShopContext, id: string): Promise<{ id: string; document: unknown }> {
  const found = await ctx.tx((tx) => tx.data_requests.findFirst({ where: { id }, select: { id: true, document: true } }));
  if (!found) throw notFound('data request');
  return found;
}
