import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Shop } from './shop.ts';

/** Everything a use case needs to work for one shop; it is the only way to that shop's rows. */
export interface ShopContext {
  readonly shop: Shop;
  readonly clock: Clock;
  readonly log: Logger;
  /** The shop's Admin API; throws when called inside a transaction. */
  readonly admin: AdminClient;
  /** One transaction that sees this shop and no other. */
  tx<T>(work: (tx: ShopTx) => Promise<T>): Promise<T>;
}
