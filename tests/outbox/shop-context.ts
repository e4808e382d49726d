import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { MovableClock } from '../harness/movable-clock.ts';
import { openShop } from '../harness/shop-context.ts';

/** A new database, with as many shops as asked for, each with a clock that can be moved. */
export async function openTestShops(): Promise<{ database: Database; databaseUrl: string; newShop(name?: string): Promise<ShopContext & { clock: MovableClock }> }> {
  const databaseUrl = await freshDatabase();
  const database = openDatabase({ url: databaseUrl, pool: 6, name: 'test' });
  let count = 0;
  return {
    database,
    databaseUrl,
    newShop: (name = 'Nordlicht & Co') =>
      openShop(database, { domain: `shop-${(count += 1)}.myshopify.com`, name, email: 'hello@example.com', locales: ['en', 'de'], installedAt: new Date() }, { clock: new MovableClock() }),
  };
}
