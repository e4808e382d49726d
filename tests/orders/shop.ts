import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import type { AdminClient } from '../../app/platform/shopify/admin-client.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { openShop } from '../harness/shop-context.ts';

/** The moment these tests happen in. */
export const now = new Date('2026-11-21T12:00:00Z');

/** A database of its own, with as many shops as asked for. Their Shopify answers nothing unless given. */
export async function openShops(): Promise<{ database: Database; newShop(options?: { admin?: AdminClient; at?: Date; installedAt?: Date }): Promise<ShopContext> }> {
  const database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
  let count = 0;
  return {
    database,
    newShop: ({ admin, at = now, installedAt } = {}) =>
      openShop(database, { domain: `orders-${(count += 1)}.myshopify.com`, ...(installedAt && { installedAt }) }, { clock: { now: () => at }, ...(admin && { admin }) }),
  };
}
