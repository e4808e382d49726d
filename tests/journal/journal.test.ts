import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { append, personalKeys, readStory, type NewEntry } from '../../app/modules/journal/index.server.ts';
import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

let database: Database;
let shop: number;

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 3, name: 'test' });
  shop = (await database.platform.shops.create({ data: { domain: 'journal.myshopify.com' } })).id;
  await database.shopTransaction(shop, async (tx) => {
    for (const id of ['1', '2', '3', '4'])
      await tx.$executeRaw`insert into orders (id, name, created_at, processed_at, updated_at, currency, presentment_currency, subtotal, subtotal_presentment, discounts,
        discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search)
        values (${id}, ${`#${id}`}, now(), now(), now(), 'EUR', 'EUR', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'x', '')`;
  });
});
afterAll(() => database.close());

const inShop = <T>(work: Parameters<typeof database.shopTransaction<T>>[1]) => database.shopTransaction(shop, work);
const at = (second: number) => new Date(Date.parse('2026-11-21T08:00:00Z') + second * 1_000);
const scanned = (orderId: string, id: string, second: number, message: string | null = null): NewEntry => ({
  type: 'shipment.scanned',
  source: 'shopify',
  orderId,
  happenedAt: at(second),
  data: { imported: false, checkpointId: id, fulfillmentId: '7', status: 'in_transit', message, city: 'Leipzig', country: 'DE' },
  dedupeKey: `checkpoint:${id}`,
});

describe('the journal', () => {
  it('writes one fact once, whoever tells it and however often, also at the same moment', async () => {
    expect(await inShop((tx) => append(tx, [scanned('1', 'a', 1), scanned('1', 'a', 1), scanned('1', 'b', 2)]))).toBe(2);
    const again = await Promise.all([1, 2, 3].map(() => inShop((tx) => append(tx, [scanned('1', 'b', 2), scanned('1', 'c', 3)]))));
    expect(again.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('tells a story by when things happened, not when they were heard', async () => {
    await inShop((tx) => append(tx, [scanned('2', 'late', 20)]));
    await inShop((tx) => append(tx, [scanned('2', 'early', 10)]));
    const story = await inShop((tx) => readStory(tx, { orderId: '2' }));
    expect(story.map(({ data }) => 'checkpointId' in data && data.checkpointId)).toEqual(['early', 'late']);
  });

  it('takes facts kept elsewhere into the story, at their time, and none twice', async () => {
    await inShop((tx) => append(tx, [scanned('5', 'written', 20)]));
    const besides = [scanned('5', 'written', 20), scanned('5', 'kept elsewhere', 10)];
    const story = await inShop((tx) => readStory(tx, { orderId: '5', besides }));
    expect(story.map(({ data, recordedAt }) => ['checkpointId' in data && data.checkpointId, recordedAt === null])).toEqual([['kept elsewhere', true], ['written', false]]);
  });

  it('tells a scan once that Shopify and another source told, whichever came first and whatever was kept elsewhere', async () => {
    const minute = 60;
    const told = (orderId: string, id: string, second: number, status: string, more: { city?: string | null; actor?: string } = {}): NewEntry => ({
      ...scanned(orderId, id, second), type: status === 'delivered' ? 'shipment.delivered' : 'shipment.scanned',
      ...(more.actor ? { source: 'app' as const, actor: more.actor } : {}),
      data: { imported: false, checkpointId: id, fulfillmentId: '7', status, message: null, city: more.city === undefined ? 'Leipzig' : more.city, country: 'DE' },
    });
    const idsOf = async (orderId: string, besides: NewEntry[] = []) =>
      (await inShop((tx) => readStory(tx, { orderId, besides }))).map(({ data }) => 'checkpointId' in data && data.checkpointId);

    await inShop((tx) => append(tx, [told('6', 'shopify 1', 0, 'carrier_picked_up', { city: null }), told('6', '17track 1', 20 * minute, 'in_transit', { actor: '17track' }), told('6', '17track 2', 30 * minute, 'in_transit', { actor: '17track' })]));
    expect(await idsOf('6')).toEqual(['17track 1', '17track 2']);
    await inShop((tx) => append(tx, [told('6', '17track 3', 600 * minute, 'delivered', { actor: '17track' })]));
    await inShop((tx) => append(tx, [told('6', 'shopify 3', 590 * minute, 'delivered')]));
    expect(await idsOf('6')).toEqual(['17track 1', '17track 2', '17track 3']);
    expect(await idsOf('6', [told('6', 'shopify 2', 31 * minute, 'in_transit'), told('6', 'shopify 4', 300 * minute, 'in_transit'), told('6', 'shopify 5', 32 * minute, 'in_transit', { city: 'Halle' })])).toEqual(['17track 1', '17track 2', 'shopify 5', 'shopify 4', '17track 3']);
  });

  it('tells what happened in one moment in the order it must have happened, then as it was written', async () => {
    const moment = { source: 'shopify' as const, orderId: '4', happenedAt: at(1) };
    const parcel = { imported: false, fulfillmentId: '7', number: 'T1', carrier: null };
    const eur = { minor: 100, currency: 'EUR' };
    const total = { shop: eur, presentment: eur };
    const delivered: NewEntry = { ...scanned('4', 'd', 1), type: 'shipment.delivered', data: { imported: false, checkpointId: 'd', fulfillmentId: '7', status: 'delivered', message: null, city: null, country: null } };
    const backwards: NewEntry[] = [
      { ...moment, type: 'order.cancelled', data: { imported: false, reason: null }, dedupeKey: '4:cancelled' },
      { ...moment, type: 'refund.created', data: { imported: false, refundId: '1', amount: total, note: null }, dedupeKey: '4:refund' },
      delivered,
      scanned('4', 's1', 1),
      scanned('4', 's2', 1),
      { ...moment, type: 'shipment.added', data: parcel, dedupeKey: '4:added' },
      { ...moment, type: 'fulfillment.created', data: { imported: false, fulfillmentId: '7', name: null, items: 1, carrier: null, numbers: [] }, dedupeKey: '4:made' },
      { ...moment, type: 'order.payment', data: { imported: false, from: null, to: 'paid' }, dedupeKey: '4:paid' },
      { ...moment, type: 'order.placed', data: { imported: false, total, items: 1 }, dedupeKey: '4:placed' },
    ];
    await inShop((tx) => append(tx, backwards));
    const story = await inShop((tx) => readStory(tx, { orderId: '4' }));
    expect(story.map(({ type, data }) => ('checkpointId' in data ? data.checkpointId : type))).toEqual([
      'order.placed', 'order.payment', 'fulfillment.created', 'shipment.added', 's1', 's2', 'd', 'refund.created', 'order.cancelled',
    ]);
  });

  it('refuses data that is not what its type promises', async () => {
    const broken = { ...scanned('1', 'x', 1), data: { city: 'Leipzig' } } as unknown as NewEntry;
    await expect(inShop((tx) => append(tx, [broken]))).rejects.toThrow();
  });

  it('shows a redacted line without the words of people, and keeps the line', async () => {
    await inShop((tx) => append(tx, [scanned('3', 'r', 5, 'Signed by A. Berg')]));
    await inShop((tx) => tx.$queryRaw`select app.redact_journal(null, ${['3']}::text[], ${[...personalKeys]}::text[])`);
    const [line] = await inShop((tx) => readStory(tx, { orderId: '3' }));
    expect(line).toMatchObject({ type: 'shipment.scanned', data: { message: null, city: 'Leipzig' } });
  });

  it('leaves out lines of types it does not know yet, and keeps them', async () => {
    await inShop((tx) => tx.journal.create({ data: { type: 'parcel.teleported', happened_at: at(1), order_id: '3', source: 'app', data: {} } }));
    expect(await inShop((tx) => readStory(tx, { orderId: '3' }))).toHaveLength(1);
    expect(await inShop((tx) => tx.journal.count({ where: { order_id: '3' } }))).toBe(2);
  });
});
