import { expect, it } from 'vitest';
import { decideWaiting, wakeNotices } from '#app/modules/notices/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { refreshChangedParcels } from '#app/modules/parcels/index.server.ts';
import { fulfillment, line, order } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage } from './stage.ts';

const stage = await openNoticesStage();
const ids = ['1', '2', '3'];

/** Three orders of which each parcel left, and nobody has looked yet. */
async function threeOrders() {
  const shop = await stage.newShop();
  const later = shop.at(1);
  const facts = berlinOrder().facts;
  const lines = (id: string) => [line(`${id}1`, { unfulfilled_quantity: 0 })];
  const news = ids.flatMap((id) => [order({ id, updatedAt: hours(0), facts, lines: lines(id) }), fulfillment({ id, orderId: id, numbers: [`0034043416109402211${id}`] })]);
  await later.tx((tx) => applyOrders(tx, later.shop, news, later.clock.now()));
  await refreshChangedParcels(later, wakeNotices);
  const woken = async () => (await shop.woken()).sort();
  return { later, woken, told: async () => (await shop.messages()).map(({ order_id }) => order_id).sort() };
}

it('orders that wait are looked at with the one whose turn it is, and wait no more', async () => {
  const { later, told, woken } = await threeOrders();
  await decideWaiting(later, { linkTo: (id) => `https://shop.example.com/${id}`, hasHouseSms: false }, { orderId: '2' });
  expect([await told(), await woken()]).toEqual([ids, []]);
});

it('one that cannot be looked at holds up no other: those whose turn it was not wait on', async () => {
  const { later, told, woken } = await threeOrders();
  const linkTo = (id: string) => {
    if (id === '3') throw new Error('There is no link.');
    return `https://shop.example.com/${id}`;
  };
  await decideWaiting(later, { linkTo, hasHouseSms: false }, { orderId: '2' });
  expect([await told(), await woken()]).toEqual([['2'], ids]);
  await expect(decideWaiting(later, { linkTo, hasHouseSms: false }, { orderId: '3' })).rejects.toThrow('There is no link.');
  expect([await told(), await woken()]).toEqual([['2'], ids]);
});
