import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** A verified webhook as its topic's owner sees it. */
export interface Receipt {
  id: bigint;
  webhookId: string;
  /** As Shopify writes it: `orders/create`. */
  topic: string;
  triggeredAt: Date | null;
  receivedAt: Date;
  /** The parsed body; check it before you believe it. */
  body: unknown;
}

/**
 * The owner of some topics. `apply` gets all its receipts of a batch at once, oldest first, in the transaction that also
 * settles them; when it throws nothing of the batch remains and each receipt is tried alone.
 */
export interface TopicHandler {
  topics: readonly string[];
  /** Set where it must see what the other owners made of the batch, as erasing what they wrote. */
  afterOthers?: true;
  apply(tx: ShopTx, shop: Shop, receipts: readonly Receipt[]): Promise<void>;
}
