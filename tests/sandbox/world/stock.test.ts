import { describe, expect, it } from 'vitest';
import { fulfillmentCancel } from '#sandbox/world/commands/fulfillment-cancel.ts';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { inventoryAdjustQuantities } from '#sandbox/world/commands/inventory-adjust-quantities.ts';
import { inventorySetQuantities } from '#sandbox/world/commands/inventory-set-quantities.ts';
import { locationAdd } from '#sandbox/world/commands/location-add.ts';
import { orderCreate } from '#sandbox/world/commands/order-create.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { addOrder, addVariant, firstLocation, only, openShop, openWork } from './shop-in-memory.ts';

function shopWithStock() {
  const shop = openShop();
  const variant = addVariant(shop.world);
  const level = () => only(shop.world.variants.get(variant.id)?.stock ?? []);
  const buy = (quantity: number) => addOrder(shop.world, { lineItems: [{ variantId: variant.id, quantity }], financialStatus: 'PAID' }, { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' });
  return { ...shop, variant, level, buy };
}

describe('stock', () => {
  it('is left alone by an order that bypasses it', () => {
    const { world, variant, level } = shopWithStock();
    addOrder(world, { lineItems: [{ variantId: variant.id, quantity: 2 }] });
    expect(level()).toMatchObject({ available: 5, committed: 0 });
  });

  it('goes from available to committed when sold, and away when shipped', () => {
    const { world, level, buy } = shopWithStock();
    const order = buy(3);
    expect(level()).toMatchObject({ available: 2, committed: 3 });
    world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: openWork(world, order).id }] }));
    expect(level()).toMatchObject({ available: 2, committed: 0 });
  });

  it('is not sold twice to two lines of one order', () => {
    const { world, variant, level } = shopWithStock();
    const twoLines = (quantity: number) => world.change((change) => orderCreate(change, { lineItems: [{ variantId: variant.id, quantity: 3 }, { variantId: variant.id, quantity }] }, { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' }));
    expect(twoLines(3).userErrors).toMatchObject([{ code: 'INVENTORY_CLAIM_FAILED' }]);
    expect(level()).toMatchObject({ available: 5, committed: 0 });
    expect(twoLines(2).userErrors).toEqual([]);
    expect(level()).toMatchObject({ available: 0, committed: 5 });
  });

  it('is committed again when a fulfillment is cancelled, and can be shipped again', () => {
    const { world, level, buy } = shopWithStock();
    const order = buy(1);
    const ship = () => world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: openWork(world, order).id }] }));
    ship();
    world.change((change) => fulfillmentCancel(change, { id: only(world.fulfillments.all()).id }));
    expect(level()).toMatchObject({ available: 4, committed: 1 });
    expect(ship().fulfillment?.name).toBe('#1001-F2');
    expect(level()).toMatchObject({ available: 4, committed: 0 });
  });

  it.each([
    ['CANCEL before it was shipped', false, 'CANCEL', { available: 4, committed: 1 }],
    ['NO_RESTOCK before it was shipped', false, 'NO_RESTOCK', { available: 3, committed: 1 }],
    ['RETURN after it was shipped', true, 'RETURN', { available: 4, committed: 0 }],
    ['NO_RESTOCK after it was shipped', true, 'NO_RESTOCK', { available: 3, committed: 0 }],
  ] as const)('after a refund with %s is where it belongs', (_what, shipped, restockType, expected) => {
    const { world, level, buy } = shopWithStock();
    const order = buy(2);
    if (shipped) world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: openWork(world, order).id }] }));
    const { userErrors } = world.change((change) => refundCreate(change, { orderId: order.id, refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1, restockType }] }));
    expect(userErrors).toEqual([]);
    expect(level()).toMatchObject(expected);
  });

  it('comes back when an order is cancelled with restocking, and not without', () => {
    for (const restock of [true, false]) {
      const { world, level, buy } = shopWithStock();
      const order = buy(2);
      world.change((change) => orderCancel(change, { orderId: order.id, reason: 'INVENTORY', restock }));
      expect(level()).toMatchObject({ available: restock ? 5 : 3, committed: 0 });
    }
  });

  it('ships from the place that has it', () => {
    const { world, variant } = shopWithStock();
    const far = world.change((change) => locationAdd(change, { name: 'Far', address: { countryCode: 'FR' } })).location;
    const stock = (locationId: string, quantity: number) => ({ inventoryItemId: variant.inventoryItemId, locationId, quantity });
    world.change((change) => inventorySetQuantities(change, { name: 'available', reason: 'correction', quantities: [stock(firstLocation(world).id, 0), stock(far?.id ?? '', 9)] }));
    const order = addOrder(world, { lineItems: [{ variantId: variant.id, quantity: 1 }] });
    expect(openWork(world, order).locationId).toBe(far?.id);
  });

  it('changes by differences and tells what is there afterwards', () => {
    const { world, variant, level } = shopWithStock();
    const answer = world.change((change) =>
      inventoryAdjustQuantities(change, { name: 'available', reason: 'received', changes: [{ inventoryItemId: variant.inventoryItemId, locationId: firstLocation(world).id, delta: 7, changeFromQuantity: 5 }] }),
    );
    expect(answer.inventoryAdjustmentGroup?.changes).toEqual([{ name: 'available', delta: 7, quantityAfterChange: 12, ledgerDocumentUri: null }]);
    expect(level().available).toBe(12);
  });
});
