import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scan } from '#app/modules/carriers/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { storeScans } from '#app/modules/parcels/sources/store-scans.server.ts';
import { complianceTopics, listDataRequests, markDelivered, readDataRequest } from '#app/modules/privacy/index.server.ts';
import { heldData } from '#app/modules/privacy/held-data.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { drainReceipts } from '#app/platform/webhooks/drain-receipts.server.ts';
import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { checkpoint, customer, order, refund } from '../orders/snapshots.ts';
import { configFor, startProcess, type Process } from '../shopify/stage.ts';
import { mark, personColumns, seedPerson } from './person-in-every-table.ts';

let app: Process;
let ctx: ShopContext;
let shops = 0;

beforeAll(async () => {
  app = startProcess(configFor(await freshDatabase()));
});
afterAll(() => app.close());
beforeEach(async () => {
  const { id } = await app.registry.opened({ domain: `shop-${(shops += 1)}.myshopify.com`, scopes: [] });
  await app.database.platform.shops.update({ where: { id }, data: { email: 'merchant@example.com', name: 'Quill' } });
  const found = await app.registry.contextOf(id);
  if (!found) throw new Error('The shop is not there.');
  ctx = found;
});

let received = 0;
const comes = async (topic: string, body: unknown, others: TopicHandler[] = []) => {
  await ctx.tx((tx) => tx.webhook_receipts.create({ data: { webhook_id: `c-${(received += 1)}`, topic, body: JSON.stringify(body), triggered_at: new Date() } }));
  await drainReceipts(ctx, [complianceTopics, ...others]);
};
const redact = (customer: string, email: string, orders: string[] = []) =>
  comes('customers/redact', { shop_id: 1, customer: { id: Number(customer), email, phone: null }, orders_to_redact: orders.map(Number) });

/** Every table of the database with rows in which the text stands anywhere, seen by the owner of this shop. */
const tablesWith = async (text: string): Promise<string[]> => {
  const tables = await app.database.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'shop_id' where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await ctx.tx((tx) => tx.$queryRawUnsafe<[{ count: bigint }]>(`select count(*) as count from ${name} as held where held::text ilike '%${text}%'`));
    if (rows[0].count > 0n) found.push(name);
  }
  return found;
};

describe('the catalogue', () => {
  it('has no column that can hold words of which we do not say what it holds', async () => {
    const columns = await app.database.pool.query<{ table: string; column: string }>(
      `select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
          and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'shop_id')
          and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'tsvector'::regtype)`,
    );
    const real = columns.rows.map(({ table, column }) => `${table}.${column}`).sort();
    const said = Object.entries(heldData).flatMap(([table, names]) => Object.keys(names).map((column) => `${table}.${column}`)).sort();
    expect(said).toEqual(real);
  });
});

describe('customers/redact', () => {
  it('leaves no trace of the person in any column of any table', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 1));
    expect(await tablesWith(mark)).toEqual(expect.arrayContaining([...new Set(personColumns().map(([table]) => table))]));
    await redact(person.customer, person.email, [person.order]);
    expect(await tablesWith(mark)).toEqual([]);
  });

  it('keeps the figures: what was bought, when and for how much, and what became of it', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 2));
    await redact(person.customer, person.email, [person.order]);
    const order = await ctx.tx((tx) => tx.orders.findFirstOrThrow({ where: { id: person.order } }));
    expect(order).toMatchObject({ name: '#2', total: 1900n, customer_id: person.customer });
    expect(await ctx.tx((tx) => tx.order_lines.count())).toBe(1);
    expect(await ctx.tx((tx) => tx.refunds.findFirstOrThrow())).toMatchObject({ amount: 500n, note: null });
    expect(await ctx.tx((tx) => tx.journal.findFirstOrThrow())).toMatchObject({ type: 'shipment.scanned', order_id: person.order });
    expect(await ctx.tx((tx) => tx.customers.findFirstOrThrow())).toMatchObject({ redacted_at: expect.any(Date) });
    const found = await ctx.tx((tx) => tx.$queryRaw<unknown[]>`select id from orders where search @@ 'notebook'::tsquery and search @@ '2'::tsquery`);
    expect(found).toHaveLength(1);
  });

  it('touches nobody else', async () => {
    const [person] = await ctx.tx(async (tx) => [await seedPerson(tx, 3), await seedPerson(tx, 30, 'other')]);
    if (!person) throw new Error('Nobody was seeded.');
    const before = await tablesWith('other');
    await redact(person.customer, person.email, [person.order]);
    expect(await tablesWith('other')).toEqual(before);
    const other = await ctx.tx((tx) => tx.orders.findFirstOrThrow({ where: { id: '5030' } }));
    expect(other).toMatchObject({ email: 'other_orders_email@example.com', note: 'other_orders_note' });
  });

  it('finds the orders that the person placed as a guest with the same address', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 4));
    await ctx.tx((tx) => tx.$executeRaw`update orders set customer_id = null, email = ${person.email.toUpperCase()}`);
    await redact(person.customer, person.email);
    expect(await ctx.tx((tx) => tx.orders.findFirstOrThrow())).toMatchObject({ email: null, note: null });
  });

  it('drops messages that wait for the person and empties webhooks that still wait, so that they are not applied', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 5));
    await ctx.tx((tx) =>
      tx.webhook_receipts.create({ data: { webhook_id: 'late', topic: 'orders/updated', state: 'failed', body: `{"id":${person.order},"email":"${mark}"}` } }),
    );
    await redact(person.customer, person.email, [person.order]);
    expect(await ctx.tx((tx) => tx.outbox.findFirstOrThrow())).toMatchObject({ state: 'dropped', recipient: '' });
    expect(await ctx.tx((tx) => tx.webhook_receipts.findFirstOrThrow({ where: { webhook_id: 'late' } }))).toMatchObject({ body: '' });
  });

  it('does not take the number of somebody else for the person’s because it begins alike', async () => {
    await ctx.tx((tx) => tx.webhook_receipts.create({ data: { webhook_id: 'alike', topic: 'orders/create', state: 'applied', settled_at: new Date(), body: '{"id":70011}' } }));
    await redact('7001', 'nobody@example.com');
    expect(await ctx.tx((tx) => tx.webhook_receipts.findFirstOrThrow({ where: { webhook_id: 'alike' } }))).toMatchObject({ body: '{"id":70011}' });
  });

  it('comes after what the same batch says about the person', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 6));
    const orders: TopicHandler = {
      topics: ['orders/updated'],
      apply: async (tx) => void (await tx.$executeRaw`update orders set note = ${`${mark}_again`} where id = ${person.order}`),
    };
    await ctx.tx((tx) => tx.webhook_receipts.create({ data: { webhook_id: 'r-first', topic: 'customers/redact', body: '{"customer":{"id":1}}' } }));
    await ctx.tx((tx) => tx.webhook_receipts.create({ data: { webhook_id: 'u', topic: 'orders/updated', body: `{"id":${person.order}}` } }));
    await comes('customers/redact', { customer: { id: person.customer, email: person.email }, orders_to_redact: [person.order] }, [orders]);
    expect(await tablesWith(mark)).toEqual([]);
  });

  it('stays done, whatever Shopify, carriers and aggregators tell afterwards; the figures still come in', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 7));
    await redact(person.customer, person.email, [person.order]);
    const [moment, later] = ['2026-11-02T10:00:00.000Z', '2026-11-20T10:00:00.000Z'];
    const address = { name: mark, address1: mark, address2: null, city: mark, province: null, provinceCode: null, zip: mark, countryCode: 'DE', phone: null };
    const told = order({ id: person.order, updatedAt: later, facts: { email: person.email, note: mark, tags: [mark], shipping_address: address, financial_status: 'refunded' }, customer: customer(person.customer, { facts: { first_name: mark }, email: person.email }) });
    const scan = checkpoint('77', person.order, `f${person.order}`, 'delivered', moment);
    const given = refund('88', person.order, 500, moment);
    const snapshots = [told, { ...scan, facts: { ...scan.facts, message: `left with ${mark}`, zip: mark } }, { ...given, facts: { ...given.facts, note: mark } }];
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, snapshots, new Date()));
    const place = { city: 'Leipzig', province: null, country: 'DE', zip: mark };
    const pushed: Scan = { id: 'ups:9', source: 'ups', status: 'delivered', cause: null, code: 'D', message: `signed by ${mark}`, happenedAt: new Date(moment), utcOffset: null, estimatedDeliveryAt: null, place };
    expect((await ctx.tx((tx) => storeScans(tx, ctx.shop, [{ number: 'TRACK7', scans: [pushed] }], new Date(moment)))).size).toBe(1);

    expect(await tablesWith(mark)).toEqual([]);
    expect(await ctx.tx((tx) => tx.orders.findFirstOrThrow())).toMatchObject({ financial_status: 'refunded', email: null });
    expect(await ctx.tx((tx) => tx.checkpoints.findFirstOrThrow({ where: { id: 'shopify:77' } }))).toMatchObject({ status: 'delivered', city: 'Leipzig', message: null, zip: null });
    expect(await ctx.tx((tx) => tx.scans.findFirstOrThrow({ where: { id: 'ups:9' } }))).toMatchObject({ status: 'delivered', city: 'Leipzig', message: null, zip: null });
  });

  it('of somebody we never heard of changes nothing and is settled', async () => {
    await redact('999', 'nobody@example.com', ['998']);
    expect(await ctx.tx((tx) => tx.webhook_receipts.findFirstOrThrow())).toMatchObject({ state: 'applied' });
  });
});

describe('customers/data_request', () => {
  const ask = (customer: string, email: string, id = 31) =>
    comes('customers/data_request', { customer: { id: Number(customer), email, phone: null }, orders_requested: [], data_request: { id } });

  it('hands over what is in every column that may hold a person', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 7));
    await ask(person.customer, person.email);
    const text = JSON.stringify((await readDataRequest(ctx, '31')).document);
    const owed = personColumns()
      .filter(([table, column]) => table !== 'data_requests' && column !== 'search' && table !== 'ticket_words')
      .map(([table, column]) => (column === 'value' ? person.email : `${mark}_${table}_${column}`));
    expect(owed.filter((value) => !text.includes(value))).toEqual([]);
    expect(text).toContain('Notebook');
  });

  it('tells the merchant once, by mail and without the data, and is due in 30 days', async () => {
    const person = await ctx.tx((tx) => seedPerson(tx, 8));
    await ask(person.customer, person.email);
    await ask(person.customer, person.email);
    const [mail, ...more] = await ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'privacy.data-request' } }));
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: 'merchant@example.com', state: 'queued', subject: 'Quill: a customer asks for their data' });
    expect(`${mail?.text_body}${mail?.html_body}`).not.toContain(mark);
    const request = (await listDataRequests(ctx)).find(({ id }) => id === '31');
    expect(request).toMatchObject({ customerId: person.customer, deliveredAt: null });
    expect((request?.dueAt.getTime() ?? 0) - (request?.receivedAt.getTime() ?? 0)).toBe(30 * 86_400_000);
  });

  it('is marked as delivered by the merchant; the first time counts, and another id is not found', async () => {
    await ask('1', 'nobody@example.com');
    await markDelivered(ctx, '31');
    const first = (await listDataRequests(ctx))[0]?.deliveredAt;
    expect(first).toBeInstanceOf(Date);
    await markDelivered(ctx, '31');
    expect((await listDataRequests(ctx))[0]?.deliveredAt).toEqual(first);
    await expect(markDelivered(ctx, '32')).rejects.toMatchObject({ status: 404 });
    await expect(readDataRequest(ctx, '32')).rejects.toMatchObject({ status: 404 });
  });

  it('of one shop is not seen by another', async () => {
    await ask('1', 'nobody@example.com');
    const other = app.registry.context(await app.registry.opened({ domain: 'elsewhere.myshopify.com', scopes: [] }));
    expect(await listDataRequests(other)).toEqual([]);
    await expect(readDataRequest(other, '31')).rejects.toMatchObject({ status: 404 });
  });
});

describe('shop/redact', () => {
  const leaves = async () => {
    await app.registry.uninstalled(ctx.shop, new Date(Date.now() + 1_000));
    ctx = (await app.registry.contextOf(ctx.shop.id)) ?? ctx;
  };

  it('deletes the shop and everything it owns after an uninstall, without a session', async () => {
    await ctx.tx((tx) => seedPerson(tx, 9));
    await leaves();
    await comes('shop/redact', { shop_id: 1, shop_domain: ctx.shop.domain });
    expect(await app.registry.byId(ctx.shop.id)).toBeNull();
    expect(await tablesWith(mark)).toEqual([]);
  });

  it('leaves the neighbours alone', async () => {
    const neighbour = app.registry.context(await app.registry.opened({ domain: 'neighbour.myshopify.com', scopes: [] }));
    await neighbour.tx((tx) => seedPerson(tx, 10));
    await leaves();
    await comes('shop/redact', { shop_id: 1, shop_domain: ctx.shop.domain });
    expect(await app.registry.byId(ctx.shop.id)).toBeNull();
    expect(await neighbour.tx((tx) => tx.orders.count())).toBe(1);
  });

  it('is let pass when the shop opened the app again after it left', async () => {
    await comes('shop/redact', { shop_id: 1, shop_domain: ctx.shop.domain });
    expect(await app.registry.byId(ctx.shop.id)).toMatchObject({ state: 'installed' });
  });
});
