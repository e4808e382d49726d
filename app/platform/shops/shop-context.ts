import type { AdminClient } from '../shopify/admin-client.ts';
import type { Clock } from '../clock/clock.ts';
import type { ShopTx } from '../db/database.server.ts';
import type { Logger } from '../log/log.server.ts';
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
