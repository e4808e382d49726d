import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

/** A clock that runs with the machine's, moved by hand. */
export class TestClock {
  offset = 0;
  now(): Date {
    return new Date(Date.now() + this.offset);
  }
}

/** A new database with one shop in it; each further context is one more shop. */
export async function openTestShops(): Promise<{ database: Database; databaseUrl: string; newShop(name?: string): Promise<ShopContext & { clock: TestClock }> }> {
  const databaseUrl = await freshDatabase();
  const database = openDatabase({ url: databaseUrl, pool: 6, name: 'test' });
  let count = 0;
  return {
    database,
    databaseUrl,
    async newShop(name = 'Nordlicht & Co') {
      const domain = `shop-${(count += 1)}.myshopify.com`;
      const { id } = await database.platform.shops.create({ data: { domain, name } });
      return {
        shop: {
          id,
          domain,
          name,
          email: 'hello@example.com',
          primaryUrl: 'https://shop.example.com',
          ianaTimezone: 'Europe/Berlin',
          currency: 'EUR',
          locales: ['en', 'de'],
          scopes: [],
          state: 'installed',
          access: 'ok',
          installedAt: new Date(),
        },
        clock: new TestClock(),
        log: createLog('silent', 'test'),
        admin: {
          run: () => {
            throw new Error('Nothing here asks Shopify.');
          },
        },
        tx: (work) => database.shopTransaction(id, work),
      };
    },
  };
}
