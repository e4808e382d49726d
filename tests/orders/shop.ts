import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import type { AdminClient } from '../../app/platform/shopify/admin-client.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

/** The moment these tests happen in. */
export const now = new Date('2026-11-21T12:00:00Z');

/** A database of its own, with as many shops as asked for. Their Shopify answers nothing unless given. */
export async function openShops(): Promise<{ database: Database; newShop(options?: { admin?: AdminClient; at?: Date; installedAt?: Date }): Promise<ShopContext> }> {
  const database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
  let count = 0;
  const silent: AdminClient = { run: () => Promise.reject(new Error('Nothing here asks Shopify.')) };
  return {
    database,
    async newShop({ admin = silent, at = now, installedAt = new Date('2026-01-01T00:00:00Z') } = {}) {
      const domain = `orders-${(count += 1)}.myshopify.com`;
      const { id } = await database.platform.shops.create({ data: { domain, name: 'Nordlicht' } });
      const shop = { id, domain, name: 'Nordlicht', email: null, primaryUrl: 'https://shop.example.com', ianaTimezone: 'Europe/Berlin', currency: 'EUR', locales: ['en'], scopes: [], installedAt };
      return {
        shop: { ...shop, state: 'installed', access: 'ok' },
        clock: { now: () => at },
        log: createLog('silent', 'test'),
        admin,
        tx: (work) => database.shopTransaction(id, work),
      };
    },
  };
}
