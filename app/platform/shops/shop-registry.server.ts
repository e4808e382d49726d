import type { Prisma } from '@prisma/client';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Database, ShopTx } from '#app/platform/db/database.server.ts';
import { insideTransaction } from '#app/platform/db/open-transaction.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import type { ShopDetailsQuery } from '#app/platform/shopify/operations.generated.ts';
import { detailsColumns } from './details-columns.ts';
import type { ShopContext } from './shop-context.ts';
import { shopOf } from './shop-row.ts';
import type { Shop } from './shop.ts';

/** `first`: never seen before; `again`: back after an uninstall; `reopened`: the token had been lost. */
export type Opening = 'first' | 'again' | 'reopened';

interface OpenedShop {
  domain: string;
  scopes: readonly string[];
  /** Shopify's own id of the shop; recognises a shop that was renamed. */
  shopifyId?: string;
}

/** Work written together with the opening, in the shop's own transaction. */
export type OnOpened = (tx: ShopTx, shop: Shop, how: Opening) => Promise<void>;

/** Every shop that opened the app, and the way from a shop to its context. */
export interface ShopRegistry {
  byDomain(domain: string): Promise<Shop | null>;
  byId(id: number): Promise<Shop | null>;
  byShopifyId(shopifyId: string): Promise<Shop | null>;
  /** Installed shops by default. */
  list(which?: 'installed' | 'all'): Promise<Shop[]>;
  context(shop: Shop): ShopContext;
  contextOf(id: number): Promise<ShopContext | null>;
  /** Installs, reinstalls or reopens; `onOpened` is called, in the same transaction, only where that changed something. */
  opened(shop: OpenedShop, onOpened?: OnOpened): Promise<Shop>;
  /** Closes the shop and forgets its tokens, unless it was opened again after `at`. */
  uninstalled(shop: Shop, at: Date): Promise<void>;
  /** The same shop answers under another domain from now on. */
  renamed(oldDomain: string, newDomain: string): Promise<void>;
  /** Shopify no longer gives us a token; only a merchant opening the app does. */
  needsReopen(shop: Shop): Promise<void>;
  saveDetails(shop: Shop, details: ShopDetailsQuery): Promise<Shop>;
}

interface Needs {
  database: Database;
  clock: Clock;
  log: Logger;
  adminFor(shop: Shop): AdminClient;
}

export function createShopRegistry({ database, clock, log, adminFor }: Needs): ShopRegistry {
  const { platform } = database;
  const known = (row: Prisma.Result<typeof platform.shops, object, 'findUnique'>) => (row ? shopOf(row) : null);
  const byId = async (id: number) => known(await platform.shops.findUnique({ where: { id } }));

  const context = (shop: Shop): ShopContext => ({
    shop,
    clock,
    log: log.child({ shop: shop.domain }),
    admin: adminFor(shop),
    tx: (work) => database.shopTransaction(shop.id, work),
  });

  return {
    byDomain: async (domain) => known((await database.pool.query<Prisma.Result<typeof platform.shops, object, 'findUniqueOrThrow'>>({ name: 'shop-by-domain', text: 'select * from platform.shops where domain = $1', values: [domain] })).rows[0] ?? null),
    byId,
    byShopifyId: async (shopifyId) => known(await platform.shops.findUnique({ where: { shopify_id: shopifyId } })),
    async list(which = 'installed') {
      const rows = await platform.shops.findMany({ where: which === 'all' ? {} : { state: 'installed' }, orderBy: { id: 'asc' } });
      return rows.map(shopOf);
    },
    context,
    async contextOf(id) {
      const shop = await byId(id);
      return shop && context(shop);
    },
    opened: (shop, onOpened) => platform.$transaction((tx) => open(tx, shop, clock.now(), onOpened)),
    async uninstalled(shop, at) {
      const closed = await platform.$transaction(async (tx) => {
        const { count } = await tx.shops.updateMany({
          where: { id: shop.id, state: 'installed', installed_at: { lte: at } },
          data: { state: 'uninstalled', uninstalled_at: at, access: 'needs_reopen', updated_at: clock.now() },
        });
        if (count > 0) await tx.session.deleteMany({ where: { shop: shop.domain } });
        return count > 0;
      });
      if (closed) log.info({ shop: shop.domain }, 'uninstalled');
    },
    renamed: (oldDomain, newDomain) => platform.$transaction((tx) => rename(tx, oldDomain, newDomain)),
    async needsReopen(shop) {
      await platform.shops.updateMany({ where: { id: shop.id, access: 'ok' }, data: { access: 'needs_reopen', updated_at: clock.now() } });
      log.warn({ shop: shop.domain }, 'Shopify gives no token any more; a merchant must open the app');
    },
    async saveDetails(shop, details) {
      const { myshopifyDomain } = details.shop;
      return platform.$transaction(async (tx) => {
        if (myshopifyDomain !== shop.domain) await rename(tx, shop.domain, myshopifyDomain);
        return shopOf(await tx.shops.update({ where: { id: shop.id }, data: { ...detailsColumns(details), updated_at: clock.now() } }));
      });
    },
  };
}

async function open(tx: Prisma.TransactionClient, { domain, scopes, shopifyId }: OpenedShop, now: Date, onOpened?: OnOpened): Promise<Shop> {
  const elsewhere = shopifyId ? await tx.shops.findUnique({ where: { shopify_id: shopifyId } }) : null;
  if (elsewhere && elsewhere.domain !== domain) await rename(tx, elsewhere.domain, domain);
  const inserted = await tx.$executeRaw`insert into platform.shops (domain, state) values (${domain}, 'uninstalled') on conflict (domain) do nothing`;
  await tx.$queryRaw`select id from platform.shops where domain = ${domain} for update`;
  const before = await tx.shops.findUniqueOrThrow({ where: { domain } });
  const how = inserted === 1 ? 'first' : before.state !== 'installed' ? 'again' : before.access !== 'ok' ? 'reopened' : null;
  const shop = shopOf(
    await tx.shops.update({
      where: { domain },
      data: {
        state: 'installed',
        access: 'ok',
        scopes: [...scopes],
        uninstalled_at: null,
        updated_at: now,
        ...(how === 'first' || how === 'again' ? { installed_at: now } : {}),
        ...(shopifyId ? { shopify_id: shopifyId } : {}),
      },
    }),
  );
  if (how && onOpened) {
    await tx.$queryRaw`select set_config('app.shop_id', ${String(shop.id)}, true), set_config('role', 'aftercare_app', true)`;
    await insideTransaction(() => onOpened(tx, shop, how));
  }
  return shop;
}

/** Tokens belong to the shop: they go along, unless the new domain has its own already. */
async function rename(tx: Prisma.TransactionClient, from: string, to: string): Promise<void> {
  await tx.shops.update({ where: { domain: from }, data: { domain: to } });
  await tx.$executeRaw`update platform.sessions set shop = ${to}, id = 'offline_' || ${to}
    where id = 'offline_' || ${from} and not exists (select from platform.sessions where id = 'offline_' || ${to})`;
  await tx.session.deleteMany({ where: { shop: from } });
}
