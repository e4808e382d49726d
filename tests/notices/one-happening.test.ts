import { describe, expect, it } from 'vitest';
import { noticesStillTrue } from '#app/modules/notices/index.server.ts';
import { checkpoint, fulfillment, line } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
const minutes = (count: number) => count / 60;
const numbers = ['00340434161094022115', '00340434161094022122'];
const scan = (of: '1' | '2', status: string, at: number) => checkpoint(`${of}${at}`, '1', of, status, hours(at));
const other = fulfillment({ id: '2', orderId: '1', numbers: [numbers[1] ?? ''] });

/** An order in two parcels that are both on their way. */
async function twoParcels() {
  const shop = await stage.newShop();
  await shop.hear(1, berlinOrder(), parcel(), other, scan('1', 'in_transit', 0.5), scan('2', 'in_transit', 0.5));
  await shop.sent();
  /** What was told since, with the numbers that it names. */
  const told = async () => (await shop.messages()).filter(({ state }) => state === 'queued').map(({ kind, text_body }) => [kind.replace('notices.', ''), numbers.filter((number) => text_body.includes(number))]);
  return { ...shop, told };
}

describe('several parcels of an order to which one thing happens', () => {
  it.each([
    ['out_for_delivery', '2 parcels are out for delivery'],
    ['delivered', '2 parcels have arrived'],
  ])('are told in one mail that names them all, though their scans of %s come minutes apart', async (status, heading) => {
    const shop = await twoParcels();
    await shop.hear(5 + minutes(1), scan('1', status, 5));
    expect(await shop.told()).toEqual([]);
    await shop.hear(5 + minutes(7), scan('2', status, 5 + minutes(6)));
    expect(await shop.told()).toEqual([[status, numbers]]);
    expect((await shop.messages()).at(-1)?.text_body).toContain(heading);
    await shop.decide(6);
    expect(await shop.told()).toHaveLength(1);
  });

  it('are told in one mail, though the whole batch is heard hours late and one after the other', async () => {
    const shop = await twoParcels();
    await shop.hear(8, scan('1', 'delivered', 5));
    await shop.hear(8 + minutes(0.2), scan('2', 'delivered', 5 + minutes(3)));
    expect(await shop.told()).toEqual([['delivered', numbers]]);
  });

  it('are told in one mail, though neither was scanned before', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel(), other);
    await shop.sent();
    await shop.hear(5, scan('1', 'out_for_delivery', 5));
    await shop.hear(5 + minutes(1), scan('2', 'out_for_delivery', 5));
    expect(await shop.kinds()).toEqual(['shipped', 'out_for_delivery']);
  });

  it('leave as two parcels made one after the other, in one mail', async () => {
    const shop = await stage.newShop();
    const lines = (left: number) => [line('11', { unfulfilled_quantity: 0 }), line('12', { position: 1, unfulfilled_quantity: left })];
    const split = (left: number, at: number) => ({ ...berlinOrder({ fulfillment_status: left > 0 ? 'partial' : 'fulfilled' }, hours(at)), lines: lines(left).map((facts) => ({ facts, imageUrl: undefined })) });
    await shop.hear(minutes(2), split(2, minutes(2)), parcel());
    expect(await shop.kinds()).toEqual([]);
    await shop.hear(minutes(4), split(0, minutes(4)), other);
    expect(await shop.kinds()).toEqual(['shipped']);
    expect((await shop.messages())[0]?.text_body).toContain('in 2 parcels');
  });
});

describe('a parcel whose order has another on the way', () => {
  it('is told alone once ten minutes have passed, and the other when its turn comes', async () => {
    const shop = await twoParcels();
    await shop.hear(5, scan('1', 'delivered', 5));
    await shop.decide(5 + minutes(9));
    expect(await shop.told()).toEqual([]);
    await shop.decide(5 + minutes(10));
    expect(await shop.told()).toEqual([['delivered', [numbers[0]]]]);
    await shop.sent();
    await shop.hear(30, scan('2', 'delivered', 30));
    expect(await shop.told()).toEqual([['delivered', [numbers[1]]]]);
  });

  it('does not wait for one that is brought by somebody else, nor for one that is back', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel(), fulfillment({ id: '2', orderId: '1', numbers: ['1Z999AA10123456784'] }), scan('1', 'in_transit', 0.5), scan('2', 'in_transit', 0.5));
    await shop.sent();
    await shop.hear(5, scan('1', 'delivered', 5));
    expect((await shop.kinds()).at(-1)).toBe('delivered');
  });
});

it('of two parcels that are out for delivery, one that arrived before the mail left is not called so: the other is told anew', async () => {
  const shop = await twoParcels();
  await shop.hear(5, scan('1', 'out_for_delivery', 5), scan('2', 'out_for_delivery', 5));
  const judged = async (at: number) => {
    const waiting = (await shop.messages()).filter(({ state }) => state === 'queued');
    return shop.ctx.tx(async (tx) => waiting.map(await noticesStillTrue(shop.ctx).stillTrue(tx, waiting, new Date(hours(at)))));
  };
  expect(await judged(5)).toEqual([true]);
  await shop.hear(6, scan('1', 'delivered', 6));
  expect((await judged(6))[0]).toMatchObject({ untrue: expect.stringContaining('of the others it is told anew') });
  await shop.ctx.tx((tx) => tx.outbox.updateMany({ where: { kind: 'notices.out_for_delivery' }, data: { state: 'dropped' } }));
  await shop.decide(6 + minutes(15));
  expect(await shop.told()).toEqual([['out_for_delivery', [numbers[1]]], ['delivered', [numbers[0]]]]);
});
