import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { refuseWideRole } from '../../app/platform/db/refuse-wide-role.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

let database: Database;
let shopA: number;
let shopB: number;

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
  shopA = (await database.platform.shops.create({ data: { domain: 'a.myshopify.com' } })).id;
  shopB = (await database.platform.shops.create({ data: { domain: 'b.myshopify.com' } })).id;
  await database.shopTransaction(shopA, (tx) => tx.customers.create({ data: { id: '1', first_name: 'Ada' } }));
});
afterAll(() => database.close());

describe('the shop wall', () => {
  it('shows a shop its own rows and none of another', async () => {
    expect(await database.shopTransaction(shopA, (tx) => tx.customers.count())).toBe(1);
    expect(await database.shopTransaction(shopB, (tx) => tx.customers.count())).toBe(0);
  });

  it('refuses a row written for another shop', async () => {
    const smuggle = database.shopTransaction(shopA, (tx) => tx.customers.create({ data: { shop_id: shopB, id: '2' } }));
    await expect(smuggle).rejects.toThrow(/row-level security/);
  });

  it('gives nothing to a query without a shop', async () => {
    await expect(database.platform.customers.count()).rejects.toThrow(/no shop is set/);
  });

  it('does not let the tenant role read the platform schema', async () => {
    await expect(database.shopTransaction(shopA, (tx) => tx.shops.findMany())).rejects.toThrow(/permission denied/);
  });

  it('keeps the journal append-only even for the tenant itself', async () => {
    await database.shopTransaction(shopA, (tx) =>
      tx.journal.create({ data: { type: 'order.placed', happened_at: new Date(), source: 'shopify', data: {} } }),
    );
    await expect(database.shopTransaction(shopA, (tx) => tx.journal.updateMany({ data: { type: 'x' } }))).rejects.toThrow(/permission denied/);
  });

  it('is found complete by the boot check', async () => {
    await expect(refuseWideRole(database)).resolves.toBeUndefined();
  });
});

describe('the catalogue', () => {
  it('has no table in public without a shop, a key that starts with it, forced row-level security and a policy', async () => {
    const tables = await database.pool.query<{ name: string; keyed: boolean; forced: boolean; policy: boolean; defaulted: boolean }>(`
      select c.relname as name,
             coalesce((select a.attname = 'shop_id' from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                        where i.indrelid = c.oid and i.indisprimary), false) as keyed,
             c.relrowsecurity and c.relforcerowsecurity as forced,
             exists (select from pg_policy p where p.polrelid = c.oid) as policy,
             coalesce((select pg_get_expr(d.adbin, d.adrelid) like '%shop_id()%' from pg_attrdef d join pg_attribute a
                         on a.attrelid = c.oid and a.attnum = d.adnum where d.adrelid = c.oid and a.attname = 'shop_id'), false) as defaulted
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`);
    expect(tables.rows.length).toBeGreaterThan(10);
    expect(tables.rows.filter((table) => !(table.keyed && table.forced && table.policy && table.defaulted))).toEqual([]);
  });

  it('has no foreign key between tenant tables that could cross shops', async () => {
    const loose = await database.pool.query(`
      select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
         and confrelid <> 'platform.shops'::regclass
         and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'shop_id'`);
    expect(loose.rows).toEqual([]);
  });
});
