import type { Clock } from '../../app/platform/clock/clock.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import type { AdminClient } from '../../app/platform/shopify/admin-client.ts';
import type { Shop } from '../../app/platform/shops/shop.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';

interface With<OwnClock> {
  clock: OwnClock;
  /** Its Shopify; nothing is answered where none is given. */
  admin?: AdminClient;
}

const silent: AdminClient = { run: () => Promise.reject(new Error('Nothing here asks Shopify.')) };

/** A shop of this database as use cases get it: one in Berlin that has had the app since the beginning of the year, unless said otherwise. */
export function contextOf<OwnClock extends Clock>(database: Pick<Database, 'shopTransaction'>, shop: Pick<Shop, 'id'> & Partial<Shop>, { clock, admin = silent }: With<OwnClock>): ShopContext & { clock: OwnClock } {
  return {
    shop: {
      domain: 'nordlicht.myshopify.com',
      name: 'Nordlicht',
      email: null,
      primaryUrl: 'https://shop.example.com',
      ianaTimezone: 'Europe/Berlin',
      currency: 'EUR',
      locales: ['en'],
      scopes: [],
      state: 'installed',
      access: 'ok',
      installedAt: new Date('2026-01-01T00:00:00Z'),
      ...shop,
    },
    clock,
    log: createLog('silent', 'test'),
    admin,
    tx: (work) => database.shopTransaction(shop.id, work),
  };
}

/** The same of a shop that is new in this database. */
export async function openShop<OwnClock extends Clock>(database: Database, shop: Pick<Shop, 'domain'> & Partial<Omit<Shop, 'id'>>, having: With<OwnClock>): Promise<ShopContext & { clock: OwnClock }> {
  const { id } = await database.platform.shops.create({ data: { domain: shop.domain, name: shop.name ?? 'Nordlicht' } });
  return contextOf(database, { id, ...shop }, having);
}
