import type { KeyPurpose, OrderKey } from '#app/modules/access/index.server.ts';
import { isOrderOf } from '#app/modules/orders/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';

/** What the holder of a key has shown: everything where Shopify says, with this very request, that the order's own customer is signed in. */
export async function proofOf({ orderId, purpose }: Pick<OrderKey, 'orderId' | 'purpose'>, { ctx, customerId }: Pick<ProxyRequest, 'ctx' | 'customerId'>): Promise<KeyPurpose> {
  if (purpose === 'full' || customerId === null) return purpose;
  return (await ctx.tx((tx) => isOrderOf(tx, orderId, customerId))) ? 'full' : purpose;
}
