import { AdminApiError, ShopAccessLost } from '#app/platform/shopify/errors.ts';
import { refreshShop } from './refresh-shop.server.ts';
import type { ShopContext } from './shop-context.ts';
import type { ShopRegistry } from './shop-registry.server.ts';

/** Closes the shop if Shopify no longer answers for it; an installation that answers was made after the notice was sent. */
export async function confirmUninstall(ctx: ShopContext, registry: ShopRegistry, at: Date): Promise<void> {
  try {
    await refreshShop(ctx, registry);
    ctx.log.info({ at }, 'a late uninstall notice was overtaken by a new installation');
  } catch (error) {
    const gone = error instanceof ShopAccessLost || (error instanceof AdminApiError && [402, 403, 404, 423].includes(error.status));
    if (!gone) throw error;
    await registry.uninstalled(ctx.shop, at);
  }
}
