import { ShopDetailsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from './shop-context.ts';
import type { ShopRegistry } from './shop-registry.server.ts';
import type { Shop } from './shop.ts';

/** Reads name, time zone, currency, locales and granted scopes from Shopify and keeps them. */
export async function refreshShop(ctx: ShopContext, registry: ShopRegistry): Promise<Shop> {
  return registry.saveDetails(ctx.shop, await ctx.admin.run(ShopDetailsDocument, {}));
}
