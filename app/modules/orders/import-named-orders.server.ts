import { OrdersByNameDocument } from '#app/platform/shopify/operations.generated.ts';
import { ShopAccessLost } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from './apply-orders.server.ts';
import { readWholeOrder } from './fetch-order.server.ts';
import { createLookupGuard } from './lookup-guard.ts';
import { namesMeant } from './lookup.ts';
import type { OrderSnapshot } from './snapshots.ts';

const guard = createLookupGuard();

/** Looks at Shopify for an order a stranger names and applies what is found. False where nothing was read: not found, or strangers asked too often. */
export async function importNamedOrders(ctx: ShopContext, typed: { number: string; contact: string }): Promise<boolean> {
  const [named] = namesMeant(typed.number, null);
  if (named === undefined || !guard.mayAsk(ctx.shop.id, `${named} ${typed.contact}`, ctx.clock.now())) return false;
  const name = quoted(named.replace(/^#/, ''));
  const query = typed.contact.includes('@') ? `name:${name} AND email:${quoted(typed.contact)}` : `name:${name}`;
  try {
    const readAt = ctx.clock.now();
    const { orders } = await ctx.admin.run(OrdersByNameDocument, { query });
    const snapshots: OrderSnapshot[] = [];
    for (const order of orders.nodes) snapshots.push(await readWholeOrder(ctx, order, readAt));
    if (snapshots.length > 0) await ctx.tx((tx) => applyOrders(tx, ctx.shop, snapshots, ctx.clock.now()));
    return snapshots.length > 0;
  } catch (error) {
    // The customer gets the answer the mirror gives; that Shopify could not be asked is ours to know.
    if (!(error instanceof ShopAccessLost)) ctx.log.warn({ error }, 'an order could not be looked up at Shopify');
    return false;
  }
}

/** A value of Shopify's search syntax, so that nothing typed can be read as an operator. */
function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
