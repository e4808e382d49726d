import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { fulfillmentOrderHold } from '#sandbox/world/commands/fulfillment-order-hold.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { orderEditAddVariant } from '#sandbox/world/commands/order-edit-add-variant.ts';
import { orderEditBegin } from '#sandbox/world/commands/order-edit-begin.ts';
import { orderEditCommit } from '#sandbox/world/commands/order-edit-commit.ts';
import { orderEditSetQuantity } from '#sandbox/world/commands/order-edit-set-quantity.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { customerFigures } from '#sandbox/world/customer-figures.ts';
import type { World } from '#sandbox/world/index.ts';
import { financialStatus, fulfillmentStatus } from '#sandbox/world/order-status.ts';
import { orderTotals } from '#sandbox/world/order-totals.ts';
import type { FinancialStatus, OrderRecord } from '#sandbox/world/records.ts';
import { addOrder, addVariant, customLine, firstLocation, only, openShop, openWork } from './shop-in-memory.ts';

function now(world: World, order: OrderRecord) {
  const current = world.orders.get(order.id);
  if (!current) throw new Error('gone');
  const refunds = world.refunds.where('order', order.id);
  return {
    order: current,
    totals: orderTotals(current, refunds),
    financial: financialStatus(current, refunds),
    fulfillment: fulfillmentStatus(current, world.fulfillmentOrders.where('order', order.id), world.fulfillments.where('order', order.id)),
  };
}

describe('the payment state of an order', () => {
  const paid = (kind: 'AUTHORIZATION' | 'SALE', amount: string) => [{ kind, amountSet: { shopMoney: { amount, currencyCode: 'EUR' } }, gateway: 'shopify_payments' }];

  it.each<[string, OrderCreateInput, FinancialStatus]>([
    ['nothing was paid', {}, 'PENDING'],
    ['it was said to be paid', { financialStatus: 'PAID' }, 'PAID'],
    ['it was said to be authorised', { financialStatus: 'AUTHORIZED' }, 'AUTHORIZED'],
    ['it was said to have expired', { financialStatus: 'EXPIRED' }, 'EXPIRED'],
    ['all was paid', { transactions: paid('SALE', '20.00') }, 'PAID'],
    ['a part was paid', { transactions: paid('SALE', '5.00') }, 'PARTIALLY_PAID'],
    ['it was authorised', { transactions: paid('AUTHORIZATION', '20.00') }, 'AUTHORIZED'],
    ['there is nothing to pay', { lineItems: [customLine('0.00')] }, 'PAID'],
  ])('when %s', (_what, input, expected) => {
    const { world } = openShop();
    const order = addOrder(world, input);
    expect(now(world, order).financial).toBe(expected);
  });

  it('goes from authorised to paid by capture, and to void when cancelled before', () => {
    const { world } = openShop();
    const captured = addOrder(world, { financialStatus: 'AUTHORIZED' });
    world.change((change) => orderMarkAsPaid(change, { id: captured.id }));
    expect(now(world, captured)).toMatchObject({ financial: 'PAID', order: { transactions: [{ kind: 'AUTHORIZATION' }, { kind: 'CAPTURE' }] } });
    const dropped = addOrder(world, { financialStatus: 'AUTHORIZED' });
    world.change((change) => orderCancel(change, { orderId: dropped.id, reason: 'FRAUD', restock: true }));
    expect(now(world, dropped).financial).toBe('VOIDED');
  });
});

describe('the shipping state of an order', () => {
  it('follows what has left and what is held', () => {
    const { world } = openShop();
    const order = addOrder(world);
    expect(now(world, order).fulfillment).toBe('UNFULFILLED');
    const work = openWork(world, order);
    world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: work.id, fulfillmentOrderLineItems: [{ id: only(work.lineItems).id, quantity: 1 }] }] }));
    expect(now(world, order).fulfillment).toBe('PARTIALLY_FULFILLED');
    world.change((change) => refundCreate(change, { orderId: order.id, refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1 }] }));
    expect(now(world, order).fulfillment).toBe('FULFILLED');
    const held = addOrder(world);
    world.change((change) => fulfillmentOrderHold(change, { id: openWork(world, held).id, fulfillmentHold: { reason: 'INCORRECT_ADDRESS' } }));
    expect(now(world, held).fulfillment).toBe('ON_HOLD');
  });

  it('is fulfilled at once at the counter, with the shop as its place and nothing shipped', () => {
    const { world } = openShop();
    const order = addOrder(world, { sourceName: 'pos', fulfillment: { locationId: firstLocation(world).id }, financialStatus: 'PAID', lineItems: [{ ...customLine('10.00'), requiresShipping: false }] });
    expect(order).toMatchObject({ locationId: firstLocation(world).id, shippingAddress: null, shippingLines: [] });
    expect(now(world, order).fulfillment).toBe('FULFILLED');
    expect(only(world.fulfillments.where('order', order.id))).toMatchObject({ requiresShipping: false, tracking: [] });
  });
});

describe('an edited order', () => {
  it('costs more by what was added, taxes in proportion, and waits for the difference', () => {
    const { world } = openShop();
    const vat = { title: 'VAT', rate: '0.19' };
    const variant = addVariant(world);
    const order = addOrder(world, { lineItems: [{ ...customLine('10.00', 2), taxLines: [vat] }], financialStatus: 'PAID' });
    const id = world.change((change) => orderEditBegin(change, { id: order.id })).calculatedOrder?.id ?? '';
    world.change((change) => orderEditSetQuantity(change, { id, lineItemId: only(order.lineItems).id, quantity: 3 }));
    world.change((change) => orderEditAddVariant(change, { id, variantId: variant.id, quantity: 1 }));
    expect(now(world, order).totals.currentTotal.shop.minor).toBe(2380);
    world.change((change) => orderEditCommit(change, { id }));
    const after = now(world, order);
    expect(after.totals.currentTotal.shop.minor).toBe(4760);
    expect(after.totals.outstanding.shop.minor).toBe(2380);
    expect(after.order.originalTotal.shop.minor).toBe(2380);
    expect(after.financial).toBe('PARTIALLY_PAID');
    const open = world.fulfillmentOrders.where('order', order.id).flatMap((record) => record.lineItems);
    expect(open.reduce((sum, line) => sum + line.remainingQuantity, 0)).toBe(4);
    expect(world.calculatedOrders.size).toBe(0);
  });

  it('costs less by what was taken away, which is not shipped any more', () => {
    const { world } = openShop();
    const order = addOrder(world, { lineItems: [customLine('10.00', 3)] });
    const id = world.change((change) => orderEditBegin(change, { id: order.id })).calculatedOrder?.id ?? '';
    world.change((change) => orderEditSetQuantity(change, { id, lineItemId: only(order.lineItems).id, quantity: 1, restock: true }));
    world.change((change) => orderEditCommit(change, { id }));
    const after = now(world, order);
    expect(after.totals.currentTotal.shop.minor).toBe(1000);
    expect(after.totals.total.shop.minor).toBe(3000);
    expect(only(openWork(world, order).lineItems).remainingQuantity).toBe(1);
  });
});

describe('whatever refunds are asked for', () => {
  it('no more goes back than was paid, no unit twice, and every accepted amount is on record', () => {
    const asked = fc.array(fc.record({ line: fc.integer({ min: 0, max: 1 }), quantity: fc.integer({ min: 0, max: 3 }), cents: fc.integer({ min: 0, max: 4000 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(asked, (requests) => {
        const { world } = openShop();
        const order = addOrder(world, { lineItems: [customLine('9.99', 2), customLine('0.33', 3)], financialStatus: 'PAID' });
        const payment = only(order.transactions);
        let accepted = 0;
        for (const { line, quantity, cents } of requests) {
          const lineItemId = order.lineItems[line]?.id ?? '';
          const { userErrors } = world.change((change) =>
            refundCreate(change, {
              orderId: order.id,
              refundLineItems: quantity > 0 ? [{ lineItemId, quantity }] : [],
              transactions: cents > 0 ? [{ orderId: order.id, parentId: payment.id, amount: (cents / 100).toFixed(2), gateway: 'manual', kind: 'REFUND' }] : [],
            }),
          );
          if (userErrors.length === 0) accepted += cents;
        }
        const after = now(world, order);
        expect(after.totals.refunded.shop.minor).toBe(accepted);
        expect(accepted).toBeLessThanOrEqual(payment.amount.shop.minor);
        for (const line of after.order.lineItems) expect(line.currentQuantity).toBeGreaterThanOrEqual(0);
        expect(after.totals.outstanding.shop.minor).toBe(0);
        expect(after.totals.currentTotal.shop.minor).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the moment of an order that an app makes', () => {
  it('is the present where it was said to be still to come', () => {
    const { world, clock } = openShop();
    expect(addOrder(world, { processedAt: '2027-01-01T00:00:00Z' }).processedAt).toBe(clock.now().toISOString().replace('.000', ''));
  });
});

describe('the figures of a customer', () => {
  it('count every order and what was paid and kept, tests apart', () => {
    const { world, clock } = openShop();
    const customer = { toUpsert: { email: 'a@example.com' } };
    const first = addOrder(world, { customer, financialStatus: 'PAID' });
    world.change((change) => refundCreate(change, { orderId: first.id, transactions: [{ orderId: first.id, parentId: only(first.transactions).id, amount: '5.00', gateway: 'manual', kind: 'REFUND' }] }));
    clock.travelTo(new Date('2026-11-21T10:00:00Z'));
    const last = addOrder(world, { customer });
    addOrder(world, { customer, test: true, financialStatus: 'PAID', processedAt: '2026-11-01T00:00:00Z' });
    const figures = customerFigures(world, last.customerId ?? '', 'EUR');
    expect(figures).toMatchObject({ numberOfOrders: 3, amountSpent: { minor: 1500, currency: 'EUR' }, lastOrder: { id: last.id } });
    expect(world.customers.size).toBe(1);
  });
});
