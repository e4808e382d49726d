import { gid } from '#app/kernel/ids.ts';
import { CustomerNowDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from './apply-orders.server.ts';
import { readAdminCustomer } from './read-admin-customer.ts';

/** Reads one person from Shopify as they stand and applies it; one we are not shown changes nothing. */
export async function fetchCustomer(ctx: ShopContext, { customerId }: { customerId: string }): Promise<void> {
  const { customer } = await ctx.admin.run(CustomerNowDocument, { id: gid('Customer', customerId) });
  if (customer) await ctx.tx((tx) => applyOrders(tx, ctx.shop, [readAdminCustomer(customer)], ctx.clock.now()));
}
