import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { giftCardCreate } from '#sandbox/world/commands/gift-card-create.ts';
import { orderDelete } from '#sandbox/world/commands/order-delete.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { storeCreditAccountCredit } from '#sandbox/world/commands/store-credit-account-credit.ts';
import { openWorlds, type World } from '#sandbox/world/index.ts';
import { openStorage } from '#sandbox/world/storage.ts';
import { addOrder, addReturn, addVariant, customLine, openShop, openWork, stoppedClock } from './shop-in-memory.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'world-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function everything(world: World): string {
  const { shops, locations, products, variants, customers, orders, fulfillmentOrders, fulfillments, returnReasons } = world;
  return JSON.stringify([shops, locations, products, variants, customers, orders, fulfillmentOrders, fulfillments, returnReasons].map((collection) => [...collection.all()]));
}

function reopen() {
  const worlds = openWorlds({ dataDir, clock: stoppedClock() });
  const world = worlds.find('test.myshopify.com');
  if (!world) throw new Error('the shop is gone');
  return { worlds, world };
}

describe('a shop that is kept on disk', () => {
  it('is the same after a restart, and goes on numbering where it stopped', () => {
    const { worlds, world } = openShop({}, dataDir);
    addVariant(world);
    const order = addOrder(world, { customer: { toUpsert: { email: 'a@example.com' } } });
    world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: openWork(world, order).id }] }));
    const gone = addOrder(world);
    world.change((change) => orderDelete(change, { orderId: gone.id }));
    const before = everything(world);
    worlds.close();

    const again = reopen();
    expect(everything(again.world)).toBe(before);
    expect(again.world.orders.get(gone.id)).toBeNull();
    expect(again.world.orders.where('email', 'a@example.com').map((found) => found.name)).toEqual(['#1001']);
    const next = addOrder(again.world);
    expect(next.name).toBe('#1003');
    expect(next.id > gone.id).toBe(true);
    again.worlds.close();
  });

  it('has its returns, parcels, store credit and gift cards after a restart', () => {
    const { worlds, world } = openShop({}, dataDir);
    const order = addOrder(world, { customer: { toUpsert: { email: 'a@example.com' } }, fulfillmentStatus: 'FULFILLED', financialStatus: 'PAID' });
    addReturn(world, order);
    const [work] = world.reverseFulfillmentOrders.all();
    const amount = { amount: '5.00', currencyCode: 'EUR' };
    world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: work?.id ?? '', reverseDeliveryLineItems: [], trackingInput: { number: 'R1' } }));
    world.change((change) => storeCreditAccountCredit(change, { id: order.customerId ?? '', creditInput: { creditAmount: amount } }));
    world.change((change) => giftCardCreate(change, { initialAmount: amount }));
    const kept = ({ returns, reverseFulfillmentOrders, reverseDeliveries, storeCreditAccounts, giftCards }: World) => [returns, reverseFulfillmentOrders, reverseDeliveries, storeCreditAccounts, giftCards].map((collection) => [...collection.all()]);
    const before = kept(world);
    expect(before.map((records) => records.length)).toEqual([1, 1, 1, 1, 1]);
    worlds.close();
    const again = reopen();
    expect(kept(again.world)).toEqual(before);
    again.worlds.close();
  });

  it('reads orders that were stored before returns had fees', () => {
    const { worlds, world } = openShop({}, dataDir);
    const order = addOrder(world, { financialStatus: 'PAID' });
    worlds.close();
    const storage = openStorage(dataDir);
    const { returnFees: _, ...older } = order;
    storage.save([{ shop: world.domain, type: 'Order', id: order.id, json: JSON.stringify(older) }]);
    storage.close();
    const again = reopen();
    expect(again.world.orders.get(order.id)).toEqual(order);
    again.worlds.close();
  });

  it('keeps nothing of a change that failed', () => {
    const { worlds, world } = openShop({}, dataDir);
    const before = everything(world);
    expect(() =>
      world.change((change) => {
        change.put('shops', { ...change.shop, name: 'Other' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(everything(world)).toBe(before);
    worlds.close();
    const again = reopen();
    expect(everything(again.world)).toBe(before);
    again.worlds.close();
  });

  it('is found under its new name after a rename', () => {
    const { worlds, world } = openShop({}, dataDir);
    const order = addOrder(world);
    worlds.renameShop('test.myshopify.com', 'new.myshopify.com');
    worlds.close();
    const again = openWorlds({ dataDir, clock: stoppedClock() });
    expect(again.find('test.myshopify.com')).toBeNull();
    expect(again.find('new.myshopify.com')?.orders.get(order.id)?.name).toBe('#1001');
    again.close();
  });

  it('holds 50,000 orders loaded as history, and only what was loaded', async () => {
    const { worlds, world } = openShop({}, dataDir);
    await world.bulk(() => {
      for (let count = 0; count < 50_000; count += 1) addOrder(world, { email: `customer${count}@example.com`, lineItems: [customLine('10.00')] });
    });
    worlds.close();
    const again = reopen();
    expect(again.world.orders.size).toBe(50_000);
    expect(again.world.orders.where('name', '51000').map((order) => order.email)).toEqual(['customer49999@example.com']);
    again.worlds.close();
  }, 120_000);
});

describe('several sandboxes in one process', () => {
  it('do not know of each other', () => {
    const one = openShop();
    const two = openShop();
    addOrder(one.world);
    expect(two.world.orders.size).toBe(0);
    expect(two.events).toEqual([]);
  });

  it('never give two shops of one sandbox the same number', () => {
    const { worlds, world } = openShop();
    const second = worlds.createShop({ ...secondShop });
    const ids = [addOrder(world), addOrder(second), addOrder(world)].map((order) => order.id);
    expect(new Set(ids).size).toBe(3);
    expect(world.orders.get(ids[1] ?? '')).toBeNull();
  });
});

const secondShop = { domain: 'second.myshopify.com', name: 'Second', email: 's@example.com', currency: 'EUR', ianaTimezone: 'Europe/Berlin', locales: ['en'], taxesIncluded: false };
