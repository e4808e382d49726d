import { describe, expect, it } from 'vitest';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { returnProcess, type ReturnProcessInput } from '#sandbox/world/commands/return-process.ts';
import { financialStatus, fulfillmentStatus } from '#sandbox/world/order-status.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import type { World } from '#sandbox/world/index.ts';
import { addReturn, addVariant, customLine, only, openShop, shippedLineIds, TOO_SMALL } from '../world/shop-in-memory.ts';
import { addDelivered, current, outcomeOf, processAll, totalsOf } from './returned-order.ts';

const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
const vat = { title: 'VAT', rate: '0.19' };
const lineOf = (world: World, order: OrderRecord, quantity = 1, percentage = 0) => ({
  fulfillmentLineItemId: only(shippedLineIds(world, order)),
  quantity,
  returnReasonDefinitionId: TOO_SMALL,
  restockingFee: { percentage },
});
const process = (world: World, record: ReturnRecord, input: Partial<ReturnProcessInput>) => {
  const answer = world.change((change) => returnProcess(change, { returnId: record.id, ...input }));
  expect(answer.userErrors).toEqual([]);
  return answer.return;
};
const statusOf = (world: World, order: OrderRecord) => {
  const now = current(world, order.id);
  return [financialStatus(now, world.refunds.where('order', order.id)), fulfillmentStatus(now, world.fulfillmentOrders.where('order', order.id), world.fulfillments.where('order', order.id))];
};

describe('processing a return', () => {
  it('charges the shipping fee once and the restocking fee with the units it belongs to', () => {
    const { world } = openShop();
    const order = addDelivered(world, { lineItems: [{ ...customLine('10.01', 3), taxLines: [vat] }] });
    const record = addReturn(world, order, { returnLineItems: [lineOf(world, order, 3, 15)], returnShippingFee: { amount: eur('4.50') } });
    const id = only(record.lineItems).id;
    const fees = () => current(world, order.id).returnFees.map((fee) => [fee.kind, fee.amount.shop.minor]);
    process(world, record, { returnLineItems: [{ id, quantity: 1 }] });
    expect(fees()).toEqual([['RESTOCKING', 150], ['RETURN_SHIPPING', 450]]);
    expect(totalsOf(world, order.id).outstanding.shop.minor).toBe(-(1001 + 190 - 150 - 450));
    const rest = world.returns.get(record.id);
    if (rest) processAll(world, rest);
    expect(fees()).toEqual([['RESTOCKING', 150], ['RETURN_SHIPPING', 450], ['RESTOCKING', 300]]);
    expect(totalsOf(world, order.id)).toMatchObject({ returnFees: { shop: { minor: 900 } }, currentTotal: { shop: { minor: 900 } }, refunded: { shop: { minor: 3574 - 900 } }, outstanding: { shop: { minor: 0 } } });
  });

  it('gives back shipping and duties when asked to, never more than is left of them', () => {
    const { world } = openShop();
    const order = addDelivered(world, { shippingLines: [{ title: 'Post', priceSet: { shopMoney: eur('5.00') }, taxLines: [vat] }] });
    const duty = { id: 'gid://shopify/Duty/1', harmonizedSystemCode: null, countryCodeOfOrigin: null, taxLines: [], price: { shop: { minor: 300, currency: 'EUR' }, presentment: { minor: 300, currency: 'EUR' } } };
    world.change((change) => {
      const [sale] = order.transactions;
      const paid = { shop: { minor: 2895, currency: 'EUR' }, presentment: { minor: 2895, currency: 'EUR' } };
      if (sale) change.put('orders', { ...order, lineItems: order.lineItems.map((line) => ({ ...line, duties: [duty] })), transactions: [{ ...sale, amount: paid }] });
    });
    const record = addReturn(world, order);
    const half = { returnLineItems: [{ id: only(record.lineItems).id, quantity: 1 }], refundShipping: { shippingRefundAmount: eur('2.00') }, refundDuties: [{ dutyId: duty.id, refundType: 'PROPORTIONAL' as const }] };
    process(world, record, { ...half, financialTransfer: { issueRefund: { orderTransactions: [{ parentId: only(order.transactions).id, transactionAmount: eur('13.88') }] } } });
    const refund = only(world.refunds.all());
    expect(refund).toMatchObject({ shipping: [{ subtotal: { shop: { minor: 200 } }, tax: { shop: { minor: 38 } } }], duties: [{ amount: { shop: { minor: 150 } } }], adjustments: [] });
    const second = addReturn(world, order);
    const full = { returnLineItems: [{ id: only(second.lineItems).id, quantity: 1 }], refundShipping: { fullRefund: true }, refundDuties: [{ dutyId: duty.id, refundType: 'FULL' as const }] };
    process(world, second, { ...full, financialTransfer: { issueRefund: { orderTransactions: [{ parentId: only(order.transactions).id, transactionAmount: eur('15.07') }] } } });
    expect(totalsOf(world, order.id)).toMatchObject({ currentShipping: { shop: { minor: 0 } }, currentDuties: { shop: { minor: 0 } }, currentTotal: { shop: { minor: 0 } }, netPayment: { shop: { minor: 0 } } });
  });

  it('keeps what is given back less than suggested as an adjustment, so that nothing stays owed', () => {
    const { world } = openShop();
    const order = addDelivered(world);
    const record = addReturn(world, order);
    process(world, record, {
      returnLineItems: [{ id: only(record.lineItems).id, quantity: 1 }],
      financialTransfer: { issueRefund: { orderTransactions: [{ parentId: only(order.transactions).id, transactionAmount: eur('7.00') }] } },
    });
    expect(only(world.refunds.all()).adjustments).toMatchObject([{ reason: 'REFUND_DISCREPANCY', amount: { shop: { minor: 300 } } }]);
    expect(totalsOf(world, order.id).outstanding.shop.minor).toBe(0);
  });

  it('never suggests more than is left after money was given back in Shopify’s own admin', () => {
    const { world } = openShop();
    const order = addDelivered(world);
    const back = { orderId: order.id, parentId: only(order.transactions).id, amount: '15.00', gateway: 'manual', kind: 'REFUND' };
    world.change((change) => refundCreate(change, { orderId: order.id, transactions: [back] }));
    const record = addReturn(world, order, { returnLineItems: [lineOf(world, order, 2)] });
    expect(outcomeOf(world, record)).toMatchObject({ balance: { shop: { minor: 2000 } }, maximumRefundable: { shop: { minor: 500 } } });
    processAll(world, record);
    expect(totalsOf(world, order.id)).toMatchObject({ refunded: { shop: { minor: 2000 } }, outstanding: { shop: { minor: 0 } } });
    expect(statusOf(world, order)).toEqual(['REFUNDED', 'FULFILLED']);
  });

  it('goes back to the payments in their order, to gift cards last', () => {
    const { world } = openShop();
    const pay = (gateway: string, amount: string) => ({ kind: 'SALE' as const, gateway, amountSet: { shopMoney: eur(amount) } });
    const order = addDelivered(world, { financialStatus: null, transactions: [pay('gift_card', '8.00'), pay('shopify_payments', '7.00'), pay('paypal', '5.00')] });
    processAll(world, addReturn(world, order, { returnLineItems: [lineOf(world, order, 2, 35)] }));
    const back = current(world, order.id).transactions.filter((row) => row.kind === 'REFUND').map((row) => [row.gateway, row.amount.shop.minor]);
    expect(back).toEqual([['shopify_payments', 700], ['paypal', 500], ['gift_card', 100]]);
  });

  it('gives store credit instead, in the currency of the order, to the customer’s account', () => {
    const { world } = openShop();
    const order = addDelivered(world, { customer: { toUpsert: { email: 'a@example.com' } } });
    const record = addReturn(world, order);
    const expiresAt = '2027-11-20T10:00:00Z';
    process(world, record, {
      returnLineItems: [{ id: only(record.lineItems).id, quantity: 1 }],
      financialTransfer: { issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund: { amount: eur('11.00'), expiresAt } }] } },
    });
    const account = only(world.storeCreditAccounts.where('customer', order.customerId ?? ''));
    const origin = current(world, order.id).transactions.at(-1);
    expect(origin).toMatchObject({ kind: 'REFUND', gateway: 'shopify_store_credit', parentId: null });
    expect(account).toMatchObject({ balance: eur2(1100), transactions: [{ event: 'ORDER_REFUND', expiresAt, originId: origin?.id }] });
    expect(totalsOf(world, order.id)).toMatchObject({ refunded: { shop: { minor: 1100 } }, outstanding: { shop: { minor: 0 } } });
  });
});

describe('a shop whose switches are set', () => {
  it('closes a return by processing the last of it', () => {
    const { world, topics } = openShop();
    const record = addReturn(world, addDelivered(world), {});
    world.change((change) => change.put('shops', { ...change.shop, returnSwitches: { processCloses: true, previewOff: 0 } }));
    topics();
    expect(processAll(world, record)).toMatchObject({ status: 'CLOSED', lineItems: [{ processedQuantity: 1 }] });
    expect(topics().slice(-3)).toEqual(['returns/process', 'returns/close', 'orders/updated']);
  });
});

describe('an exchange', () => {
  const exchanged = (world: World, price: string, discount?: Parameters<typeof addReturn>[2]) => {
    const order = addDelivered(world, { lineItems: [{ ...customLine('20.00'), taxLines: [vat] }] });
    const variant = addVariant(world, { price }, 'Jug');
    const record = addReturn(world, order, { exchangeLineItems: [{ variantId: variant.id, quantity: 1 }], ...discount });
    return { order, variant, record };
  };

  it('leaves the order and the stock alone until it is processed', () => {
    const { world } = openShop();
    const { order, variant, record } = exchanged(world, '20.00');
    expect(current(world, order.id).lineItems).toHaveLength(1);
    expect(only(world.variants.get(variant.id)?.stock ?? []).available).toBe(5);
    expect(only(record.exchangeLineItems)).toMatchObject({ title: 'Jug', processedQuantity: 0, lineItemIds: [] });
  });

  it('for the same price moves no money and is ready to ship at once', () => {
    const { world } = openShop();
    const { order, variant, record } = exchanged(world, '20.00');
    const done = processAll(world, record);
    const [, jug] = current(world, order.id).lineItems;
    expect(jug).toMatchObject({ title: 'Jug', quantity: 1, taxLines: [{ title: 'VAT', price: { shop: { minor: 380 } } }] });
    expect(only(done.exchangeLineItems)).toMatchObject({ processedQuantity: 1, lineItemIds: [jug?.id] });
    expect([...world.refunds.all()]).toEqual([]);
    expect(statusOf(world, order)).toEqual(['PAID', 'PARTIALLY_FULFILLED']);
    expect(only(world.variants.get(variant.id)?.stock ?? [])).toMatchObject({ available: 4, committed: 1 });
    const work = world.fulfillmentOrders.where('order', order.id).at(-1);
    expect(work).toMatchObject({ status: 'OPEN', lineItems: [{ lineItemId: jug?.id, remainingQuantity: 1 }] });
    world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: work?.id ?? '' }] }));
    expect(statusOf(world, order)).toEqual(['PAID', 'FULFILLED']);
  });

  it('for less gives the difference back', () => {
    const { world } = openShop();
    const { order, record } = exchanged(world, '12.50');
    processAll(world, record);
    expect(totalsOf(world, order.id)).toMatchObject({ refunded: { shop: { minor: 892 } }, outstanding: { shop: { minor: 0 } } });
  });

  it('for more is held until the customer has paid the difference', () => {
    const { world, topics } = openShop();
    const { order, record } = exchanged(world, '30.00');
    topics();
    processAll(world, record);
    expect(topics()).toEqual(['orders/updated', 'inventory_levels/update', 'fulfillment_orders/placed_on_hold', 'returns/process']);
    const work = () => world.fulfillmentOrders.where('order', order.id).at(-1);
    expect(work()).toMatchObject({ status: 'ON_HOLD', holds: [{ reason: 'AWAITING_PAYMENT' }] });
    expect([totalsOf(world, order.id).outstanding.shop.minor, statusOf(world, order)[0]]).toEqual([1190, 'PARTIALLY_PAID']);
    world.change((change) => orderMarkAsPaid(change, { id: order.id }));
    expect(work()).toMatchObject({ status: 'OPEN', holds: [] });
    expect(topics()).toContain('fulfillment_orders/hold_released');
  });

  it('that is sent ahead is held until the goods are back, or the merchant lets it go', () => {
    const { world } = openShop();
    const { order, record } = exchanged(world, '20.00');
    process(world, record, { exchangeLineItems: [{ id: only(record.exchangeLineItems).id, quantity: 1 }] });
    expect(totalsOf(world, order.id).outstanding.shop.minor).toBe(2380);
    expect(world.fulfillmentOrders.where('order', order.id).at(-1)).toMatchObject({ status: 'ON_HOLD', holds: [{ reason: 'AWAITING_RETURN_ITEMS' }] });
    process(world, record, { returnLineItems: [{ id: only(record.lineItems).id, quantity: 1 }] });
    expect(world.fulfillmentOrders.where('order', order.id).at(-1)).toMatchObject({ status: 'OPEN', holds: [] });
  });

  it('that is sent ahead and costs more waits for the goods, and then for the money', () => {
    const { world } = openShop();
    const { order, record } = exchanged(world, '30.00');
    const held = () => world.fulfillmentOrders.where('order', order.id).at(-1)?.holds.map((hold) => hold.displayReason);
    process(world, record, { exchangeLineItems: [{ id: only(record.exchangeLineItems).id, quantity: 1 }] });
    expect(held()).toEqual(['Awaiting return items']);
    process(world, record, { returnLineItems: [{ id: only(record.lineItems).id, quantity: 1 }] });
    expect(held()).toEqual(['Awaiting payment']);
    world.change((change) => orderMarkAsPaid(change, { id: order.id }));
    expect(held()).toEqual([]);
  });

  it('keeps the discount that was agreed, as the line’s own', () => {
    const { world } = openShop();
    const variant = addVariant(world, { price: '30.00' }, 'Jug');
    const order = addDelivered(world, { lineItems: [customLine('20.00')] });
    const record = addReturn(world, order, { exchangeLineItems: [{ variantId: variant.id, quantity: 1, appliedDiscount: { description: 'Even', value: { amount: eur('10.00') } } }] });
    processAll(world, record);
    const after = current(world, order.id);
    expect(after.lineItems[1]?.discountAllocations).toMatchObject([{ applicationIndex: 0, amount: { shop: { minor: 1000 } } }]);
    expect(after.discountApplications).toMatchObject([{ kind: 'MANUAL', title: 'Even', targetSelection: 'EXPLICIT' }]);
    expect(totalsOf(world, order.id)).toMatchObject({ outstanding: { shop: { minor: 0 } }, refunded: { shop: { minor: 0 } } });
  });
});

function eur2(minor: number) {
  return { minor, currency: 'EUR' };
}
