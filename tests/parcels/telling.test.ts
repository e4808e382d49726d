import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { after, day, dayIn } from '../../app/kernel/time.ts';
import type { FoundTrouble } from '../../app/modules/parcels/records.ts';
import { previewTelling } from '../../app/modules/parcels/telling/preview-telling.server.ts';
import { tellCustomers } from '../../app/modules/parcels/telling/tell-customers.server.ts';
import { markTroubles, undoMarking } from '../../app/modules/parcels/trouble/mark-troubles.server.ts';
import { settleTroubles } from '../../app/modules/parcels/trouble/settle-troubles.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { judgement, parcel, placeParcels } from './trouble-stage.ts';

let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;
const now = new Date();
const ahead = dayIn('Europe/Paris', after(now, 3 * day));

const kinds: readonly [string, FoundTrouble['kind']][] = [['1', 'silent'], ['2', 'customs'], ['3', 'number_wrong'], ['4', 'past_date']];
const needs = { by: 'ada', linkTo: (orderId: string) => `https://shop.example.com/track?key=${orderId}` };
const ids = async () => (await ctx.tx((tx) => tx.troubles.findMany({ orderBy: { order_id: 'asc' } }))).map(({ id }) => id.toString());
const mails = () => ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'parcels.told' }, orderBy: { order_id: 'asc' } }));
const setOrder = (id: string, data: { email?: string | null; customer_locale?: string }) => ctx.tx((tx) => tx.orders.updateMany({ where: { id }, data }));

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await newShop({ at: now });
  await ctx.tx((tx) => placeParcels(tx, kinds.map(([id]) => parcel({ shipment_id: id, order_id: id, fulfillment_id: id, number: `N${id}`, promised_to: ahead }))));
  for (const [id, kind] of kinds) {
    const one = judgement({ orderId: id, shipmentId: id, found: [{ kind, cause: null, since: '2026-11-12T08:00:00.000Z', evidence: { lastScanAt: null } }] });
    await ctx.tx((tx) => settleTroubles(tx, ctx.shop, [one], now));
    await setOrder(id, { email: `buyer-${id}@example.com`, customer_locale: 'en' });
  }
  await setOrder('2', { customer_locale: 'de-AT' });
  await setOrder('4', { email: null });
});

describe('telling customers', () => {
  it('shows before what would be written, in whose language, and who is left out and why', async () => {
    const shown = await previewTelling(ctx, await ids(), needs);
    expect(shown).toMatchObject({ count: 2, left: { noAddress: 1, toldBefore: 0, nothingToTell: 1 } });
    const samples = 'samples' in shown ? shown.samples : [];
    expect(samples.map(({ news, locale, count }) => [news, locale, count])).toEqual(expect.arrayContaining([['silent', 'en', 1], ['customs', 'de', 1]]));
    expect(samples.find(({ locale }) => locale === 'de')?.text).toContain('https://shop.example.com/track?key=2');
    expect(await mails()).toEqual([]);
  });

  it('writes one mail an order, with the day that counts now and the signed page, and marks its troubles', async () => {
    expect(await tellCustomers(ctx, await ids(), needs)).toMatchObject({ told: 2 });
    const [first, second, ...more] = await mails();
    expect(more).toEqual([]);
    expect([first?.recipient, first?.locale, second?.recipient, second?.locale]).toEqual(['buyer-1@example.com', 'en', 'buyer-2@example.com', 'de']);
    expect(first?.text_body).toContain(new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(ahead)));
    expect(first?.text_body).toContain('https://shop.example.com/track?key=1');
    const marks = await ctx.tx((tx) => tx.troubles.findMany({ orderBy: { order_id: 'asc' } }));
    expect(marks.map(({ mark }) => mark)).toEqual(['told_customer', 'told_customer', null, null]);
  });

  it('names a day as long as it lies ahead where the parcel goes, whatever day it is at the shop', async () => {
    const evening = { ...ctx, clock: { now: () => new Date('2026-11-24T12:00:00Z') } };
    const textFor = async (promised: string) => {
      await ctx.tx((tx) => tx.parcels.updateMany({ where: { shipment_id: 1n }, data: { destination: 'NZ', promised_to: new Date(promised) } }));
      const shown = await previewTelling(evening, await ids(), needs);
      return 'samples' in shown ? (shown.samples.find(({ order }) => order === '#1')?.text ?? '') : '';
    };
    expect(await textFor('2026-11-25')).toContain('We now expect it by Wednesday, November 25.');
    expect(await textFor('2026-11-24')).not.toContain('We now expect');
  });

  it('keeps with the mail the promise that it names, and none where it names none', async () => {
    await ctx.tx((tx) => tx.parcels.updateMany({ where: { shipment_id: 1n }, data: { promised_from: new Date(ahead), promise_source: 'learned', slips: 1 } }));
    await ctx.tx((tx) => tx.parcels.updateMany({ where: { shipment_id: 2n }, data: { promised_to: null } }));
    await tellCustomers(ctx, await ids(), needs);
    expect((await mails()).map(({ promises }) => promises)).toEqual([[{ shipmentId: '1', from: ahead, to: ahead, source: 'learned', slips: 1 }], null]);
  });

  it('writes nothing twice, for a double click, a second person, or after the mark was taken back', async () => {
    const chosen = await ids();
    await Promise.all([tellCustomers(ctx, chosen, needs), tellCustomers(ctx, chosen, { ...needs, by: 'ben' }), tellCustomers(ctx, chosen, needs)]);
    await markTroubles(ctx, chosen, { mark: null, reason: null, by: 'ada' });
    await ctx.tx((tx) => tx.outbox.updateMany({ data: { created_at: after(now, -2 * day) } }));
    expect(await tellCustomers(ctx, chosen, needs)).toMatchObject({ told: 0, left: { toldBefore: 2 } });
    expect(await mails()).toHaveLength(2);
  });

  it('leaves an order in peace after a mail, whatever else is wrong with it', async () => {
    await tellCustomers(ctx, await ids(), needs);
    await ctx.tx((tx) => tx.troubles.updateMany({ where: { order_id: '1' }, data: { closed_at: now, outcome: 'recovered' } }));
    const worse = judgement({ orderId: '1', shipmentId: '1', found: [{ kind: 'returning', cause: null, since: now.toISOString(), evidence: { lastScanAt: null } }] });
    await ctx.tx((tx) => settleTroubles(tx, ctx.shop, [worse], now));
    expect(await tellCustomers(ctx, {}, needs)).toMatchObject({ told: 0 });
  });

  it('speaks the shop’s language to whose language nobody knows', async () => {
    await setOrder('1', { customer_locale: 'tlh' });
    await tellCustomers(ctx, await ids(), needs);
    expect((await mails())[0]?.locale).toBe('en');
  });

  it('refuses more than anybody can answer for', async () => {
    const many = Array.from({ length: 501 }, (_, at) => String(at + 1));
    expect(await tellCustomers(ctx, many, needs)).toBe('tooMany');
    expect(await previewTelling(ctx, many, needs)).toEqual({ tooMany: 500 });
  });
});

describe('taking back what was marked', () => {
  it('undoes exactly what that person marked in that moment', async () => {
    const [first = '', second = '', third = ''] = await ids();
    await markTroubles(ctx, [third], { mark: 'watched', reason: null, by: 'ada', at: after(now, -1_000) });
    await markTroubles(ctx, [first], { mark: 'watched', reason: null, by: 'ben', at: now });
    await markTroubles(ctx, [second], { mark: 'dismissed', reason: 'picked up', by: 'ada', at: now });
    expect(await undoMarking(ctx, { at: now, by: 'ada' })).toBe(1);
    const rows = await ctx.tx((tx) => tx.troubles.findMany({ orderBy: { order_id: 'asc' } }));
    expect(rows.map(({ mark, closed_at }) => [mark, closed_at])).toEqual([['watched', null], [null, null], ['watched', null], [null, null]]);
  });
});
