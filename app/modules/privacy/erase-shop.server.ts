import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt } from '#app/platform/webhooks/topic-handler.ts';

/** Shopify asks two days after a shop left. */
const askedAfter = 2 * day;

/** Removes a shop with everything it owns, unless it came back after it left: then what is here belongs to the new installation. */
export async function eraseShop(tx: ShopTx, shop: Shop, { triggeredAt, receivedAt }: Receipt): Promise<void> {
  const cameBack = shop.state === 'installed' && shop.installedAt > after(triggeredAt ?? receivedAt, -askedAfter);
  if (!cameBack) await tx.$queryRaw`select app.erase_shop()::text`;
}
