import { describe, expect, it } from 'vitest';
import { draftOrderComplete } from '#sandbox/world/commands/draft-order-complete.ts';
import { draftOrderCreate } from '#sandbox/world/commands/draft-order-create.ts';
import { fulfillmentCancel } from '#sandbox/world/commands/fulfillment-cancel.ts';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { fulfillmentEventCreate } from '#sandbox/world/commands/fulfillment-event-create.ts';
import { fulfillmentOrderHold } from '#sandbox/world/commands/fulfillment-order-hold.ts';
import { fulfillmentOrderReleaseHold } from '#sandbox/world/commands/fulfillment-order-release-hold.ts';
import { fulfillmentTrackingInfoUpdate } from '#sandbox/world/commands/fulfillment-tracking-info-update.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { orderClose } from '#sandbox/world/commands/order-close.ts';
import { orderCreate } from '#sandbox/world/commands/order-create.ts';
import { orderDelete } from '#sandbox/world/commands/order-delete.ts';
import { orderEditAddVariant } from '#sandbox/world/commands/order-edit-add-variant.ts';
import { orderEditBegin } from '#sandbox/world/commands/order-edit-begin.ts';
import { orderEditCommit } from '#sandbox/world/commands/order-edit-commit.ts';
import { orderEditSetQuantity } from '#sandbox/world/commands/order-edit-set-quantity.ts';
import { orderInvoiceSend } from '#sandbox/world/commands/order-invoice-send.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { orderOpen } from '#sandbox/world/commands/order-open.ts';
import { orderUpdate } from '#sandbox/world/commands/order-update.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import type { UserError } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import { addOrder, addReturn, addVariant, customLine, only, openShop, openWork } from './shop-in-memory.ts';

type Case = [what: string, run: (change: Change) => { userErrors: UserError[] }, field: string[] | null, message: string | RegExp, code?: string];

const { world, topics } = openShop();
const gone = (type: string) => `gid://shopify/${type}/1`;
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });

const variant = addVariant(world);
const open = addOrder(world, { lineItems: [customLine('10.00', 2)], financialStatus: 'PAID' });
const openLine = only(open.lineItems);
const work = openWork(world, open);
const other = addOrder(world, { lineItems: [customLine('10.00')] });
const held = openWork(world, addOrder(world));
world.change((c) => fulfillmentOrderHold(c, { id: held.id, fulfillmentHold: { reason: 'OTHER', handle: 'h' } }));
const shipped = addOrder(world, { fulfillmentStatus: 'FULFILLED', financialStatus: 'PAID' });
const parcel = only(world.fulfillments.where('order', shipped.id));
const voided = addOrder(world, { fulfillmentStatus: 'FULFILLED' });
const voidedParcel = only(world.fulfillments.where('order', voided.id));
world.change((c) => fulfillmentCancel(c, { id: voidedParcel.id }));
const delivered = only(world.fulfillments.where('order', addOrder(world, { fulfillmentStatus: 'FULFILLED' }).id));
world.change((c) => fulfillmentEventCreate(c, { fulfillmentId: delivered.id, status: 'DELIVERED' }));
const cancelled = addOrder(world);
world.change((c) => orderCancel(c, { orderId: cancelled.id, reason: 'CUSTOMER', restock: true }));
const pending = addOrder(world, { transactions: [{ kind: 'AUTHORIZATION', status: 'PENDING', amountSet: { shopMoney: eur('20.00') } }] });
const online = addOrder(world, { transactions: [{ amountSet: { shopMoney: eur('20.00') }, gateway: 'shopify_payments' }] });
const returning = addOrder(world, { fulfillmentStatus: 'FULFILLED' });
addReturn(world, returning);
const returned = only(world.fulfillments.where('order', returning.id));
const closed = addOrder(world, { closedAt: '2026-11-01T00:00:00Z' });
const edit = world.change((c) => orderEditBegin(c, { id: shipped.id })).calculatedOrder?.id ?? '';
const editLine = only(shipped.lineItems).id;
const draft = world.change((c) => draftOrderCreate(c, { lineItems: [{ variantId: variant.id, quantity: 1 }] })).draftOrder?.id ?? '';
world.change((c) => draftOrderComplete(c, { id: draft }));

const order = (input: Parameters<typeof orderCreate>[1], options?: Parameters<typeof orderCreate>[2]) => (c: Change) => orderCreate(c, { lineItems: [customLine('1.00')], ...input }, options);
const ship = (fulfillmentOrderId: string, lines?: { id: string; quantity: number }[]) => (c: Change) =>
  fulfillmentCreate(c, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId, fulfillmentOrderLineItems: lines }] });
const cancel = (orderId: string) => (c: Change) => orderCancel(c, { orderId, reason: 'OTHER', restock: false });
const refund = (input: Partial<Parameters<typeof refundCreate>[1]>) => (c: Change) => refundCreate(c, { orderId: open.id, ...input });
const back = (amount: string, parentId = only(open.transactions).id, kind = 'REFUND') => [{ orderId: open.id, parentId, amount, gateway: 'manual', kind }];
const workLine = only(work.lineItems).id;
const BY_ORDER = ['fulfillment', 'lineItemsByFulfillmentOrder'];

const cases: Case[] = [
  ['orderCreate without lines', order({ lineItems: [] }), ['order', 'lineItems'], /at least one line item/, 'INVALID'],
  ['orderCreate with no quantity', order({ lineItems: [customLine('1.00', 0)] }), ['order', 'lineItems', '0', 'quantity'], /greater than 0/, 'INVALID'],
  ['orderCreate of no variant', order({ lineItems: [{ variantId: gone('ProductVariant'), quantity: 1 }] }), ['order', 'lineItems', '0', 'variantId'], /does not exist/, 'INVALID'],
  ['orderCreate of a nameless thing', order({ lineItems: [{ quantity: 1, priceSet: { shopMoney: eur('1') } }] }), ['order', 'lineItems', '0', 'title'], /can't be blank/, 'INVALID'],
  ['orderCreate of a thing without price', order({ lineItems: [{ title: 'A', quantity: 1 }] }), ['order', 'lineItems', '0', 'priceSet'], /can't be blank/, 'INVALID'],
  ['orderCreate in a wrong currency', order({ lineItems: [customLine('1.00', 1, 'USD')] }), ['order', 'lineItems', '0', 'priceSet'], /must be in EUR/, 'INVALID'],
  ['orderCreate with catalogue prices in a foreign currency', order({ presentmentCurrency: 'USD', lineItems: [{ variantId: variant.id, quantity: 1 }] }), ['order', 'lineItems', '0', 'priceSet'], /must be given in USD/, 'INVALID'],
  ['orderCreate with a bad email', order({ email: 'x' }), ['order', 'email'], 'Email is invalid', 'INVALID'],
  ['orderCreate with a bad phone', order({ phone: '1' }), ['order', 'phone'], 'Phone is invalid', 'INVALID'],
  ['orderCreate with two customers', order({ customerId: gone('Customer'), customer: { toAssociate: { id: gone('Customer') } } }), ['order'], /Cannot specify both/, 'REDUNDANT_CUSTOMER_FIELDS'],
  ['orderCreate for nobody', order({ customer: { toAssociate: { id: gone('Customer') } } }), ['order', 'customer', 'toAssociate'], /does not exist/, 'INVALID'],
  ['orderCreate for a bad new customer', order({ customer: { toUpsert: { email: 'x' } } }), ['order', 'customer', 'toUpsert'], /Email is invalid/, 'INVALID'],
  ['orderCreate with a discount of 101 %', order({ discountCode: { itemPercentageDiscountCode: { code: 'A', percentage: 101 } } }), ['order', 'discountCode', 'itemPercentageDiscountCode', 'percentage'], /between 0 and 100/, 'INVALID'],
  ['orderCreate paid in a wrong currency', order({ transactions: [{ amountSet: { shopMoney: { amount: '1', currencyCode: 'USD' } } }] }), ['order', 'transactions', '0', 'amountSet'], /must be in EUR/, 'INVALID'],
  ['orderCreate shipped from nowhere', order({ fulfillment: { locationId: gone('Location') } }), ['order', 'fulfillment', 'locationId'], /does not exist/, 'INVALID'],
  ['orderCreate beyond stock', order({ lineItems: [{ variantId: variant.id, quantity: 9 }] }, { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' }), ['order', 'lineItems'], 'Unable to reserve inventory', 'INVENTORY_CLAIM_FAILED'],
  ['orderUpdate of nothing', (c) => orderUpdate(c, { id: gone('Order') }), ['id'], 'Order does not exist'],
  ['orderUpdate to a bad email', (c) => orderUpdate(c, { id: open.id, email: '@' }), ['email'], 'Email is invalid'],
  ['orderUpdate to a bad phone', (c) => orderUpdate(c, { id: open.id, phone: 'x' }), ['phone'], 'Phone is invalid'],
  ['orderUpdate to an endless note', (c) => orderUpdate(c, { id: open.id, note: 'x'.repeat(5001) }), ['note'], /too long/],
  ['orderUpdate to 251 tags', (c) => orderUpdate(c, { id: open.id, tags: Array.from({ length: 251 }, (_, i) => `t${i}`) }), ['tags'], /too many/],
  ['orderCancel of nothing', cancel(gone('Order')), ['orderId'], 'Order does not exist', 'NOT_FOUND'],
  ['orderCancel twice', cancel(cancelled.id), ['orderId'], /already been cancelled/, 'INVALID'],
  ['orderCancel of what was shipped', cancel(shipped.id), ['orderId'], /outstanding fulfillments/, 'INVALID'],
  ['orderCancel with a pending authorization', cancel(pending.id), ['orderId'], /pending payment authorizations/, 'INVALID'],
  ['orderCancel with an active return', cancel(returning.id), ['orderId'], /active returns/, 'INVALID'],
  ['orderCancel with an endless note', (c) => orderCancel(c, { orderId: open.id, reason: 'OTHER', restock: false, staffNote: 'x'.repeat(256) }), ['staffNote'], /too long/, 'INVALID'],
  ['orderDelete of nothing', (c) => orderDelete(c, { orderId: gone('Order') }), ['orderId'], 'Order does not exist', 'NOT_FOUND'],
  ['orderDelete of what a gateway knows', (c) => orderDelete(c, { orderId: online.id }), ['orderId'], /online gateway/, 'INVALID'],
  ['orderMarkAsPaid of nothing', (c) => orderMarkAsPaid(c, { id: gone('Order') }), ['id'], 'Order does not exist'],
  ['orderMarkAsPaid of what is paid', (c) => orderMarkAsPaid(c, { id: open.id }), ['id'], 'Order cannot be marked as paid.'],
  ['orderClose of nothing', (c) => orderClose(c, { id: gone('Order') }), ['id'], 'Order does not exist'],
  ['orderClose twice', (c) => orderClose(c, { id: closed.id }), ['id'], /already closed/],
  ['orderOpen of nothing', (c) => orderOpen(c, { id: gone('Order') }), ['id'], 'Order does not exist'],
  ['orderOpen of what is open', (c) => orderOpen(c, { id: open.id }), ['id'], /already open/],
  ['orderOpen of what is cancelled', (c) => orderOpen(c, { id: cancelled.id }), ['id'], /cancelled/],
  ['orderEditBegin of nothing', (c) => orderEditBegin(c, { id: gone('Order') }), ['id'], 'Order does not exist'],
  ['orderEditBegin of what is cancelled', (c) => orderEditBegin(c, { id: cancelled.id }), ['base'], /cancelled/],
  ['orderEditSetQuantity of no edit', (c) => orderEditSetQuantity(c, { id: gone('CalculatedOrder'), lineItemId: editLine, quantity: 1 }), ['id'], /does not exist/],
  ['orderEditSetQuantity below zero', (c) => orderEditSetQuantity(c, { id: edit, lineItemId: editLine, quantity: -1 }), ['quantity'], /greater than or equal/],
  ['orderEditSetQuantity of no line', (c) => orderEditSetQuantity(c, { id: edit, lineItemId: gone('LineItem'), quantity: 1 }), ['lineItemId'], /does not exist/],
  ['orderEditSetQuantity below what was shipped', (c) => orderEditSetQuantity(c, { id: edit, lineItemId: editLine, quantity: 1 }), ['quantity'], /fulfilled quantity/],
  ['orderEditAddVariant to no edit', (c) => orderEditAddVariant(c, { id: gone('CalculatedOrder'), variantId: variant.id, quantity: 1 }), ['id'], /does not exist/],
  ['orderEditAddVariant of none', (c) => orderEditAddVariant(c, { id: edit, variantId: gone('ProductVariant'), quantity: 1 }), ['variantId'], /does not exist/],
  ['orderEditAddVariant zero times', (c) => orderEditAddVariant(c, { id: edit, variantId: variant.id, quantity: 0 }), ['quantity'], /greater than 0/],
  ['orderEditCommit of no edit', (c) => orderEditCommit(c, { id: gone('CalculatedOrder') }), ['id'], /does not exist/],
  ['orderEditCommit of no change', (c) => orderEditCommit(c, { id: edit }), ['id'], /at least one change/],
  ['fulfillmentCreate of nothing', (c) => fulfillmentCreate(c, { lineItemsByFulfillmentOrder: [] }), BY_ORDER, /blank/],
  ['fulfillmentCreate of no fulfillment order', ship(gone('FulfillmentOrder')), BY_ORDER, 'Fulfillment order does not exist.'],
  ['fulfillmentCreate of what is on hold', ship(held.id), BY_ORDER, /on_hold/],
  ['fulfillmentCreate of what has left', ship(only(world.fulfillmentOrders.where('order', shipped.id)).id), BY_ORDER, /closed/],
  ['fulfillmentCreate of no line', ship(work.id, [{ id: gone('FulfillmentOrderLineItem'), quantity: 1 }]), BY_ORDER, /line item does not exist/],
  ['fulfillmentCreate of too many', ship(work.id, [{ id: workLine, quantity: 3 }]), BY_ORDER, /Invalid fulfillment order line item quantity/],
  ['fulfillmentCreate of none', ship(work.id, [{ id: workLine, quantity: 0 }]), BY_ORDER, /greater than 0/],
  ['fulfillmentCreate of a line twice', ship(work.id, [{ id: workLine, quantity: 1 }, { id: workLine, quantity: 1 }]), BY_ORDER, /unique/],
  [
    'fulfillmentCreate over two orders',
    (c) => fulfillmentCreate(c, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: work.id }, { fulfillmentOrderId: openWork(world, other).id }] }),
    BY_ORDER,
    /same order/,
  ],
  ['fulfillmentTrackingInfoUpdate of nothing', (c) => fulfillmentTrackingInfoUpdate(c, { fulfillmentId: gone('Fulfillment'), trackingInfoInput: {} }), ['fulfillmentId'], /does not exist/],
  ['fulfillmentTrackingInfoUpdate of what is cancelled', (c) => fulfillmentTrackingInfoUpdate(c, { fulfillmentId: voidedParcel.id, trackingInfoInput: {} }), ['fulfillmentId'], /cancelled/],
  ['fulfillmentCancel of nothing', (c) => fulfillmentCancel(c, { id: gone('Fulfillment') }), ['id'], /not found/],
  ['fulfillmentCancel twice', (c) => fulfillmentCancel(c, { id: voidedParcel.id }), ['id'], /already cancelled/],
  ['fulfillmentCancel of what was delivered', (c) => fulfillmentCancel(c, { id: delivered.id }), ['id'], /delivered/],
  ['fulfillmentEventCreate on nothing', (c) => fulfillmentEventCreate(c, { fulfillmentId: gone('Fulfillment'), status: 'DELIVERED' }), ['fulfillmentEvent', 'fulfillmentId'], /does not exist/],
  ['fulfillmentEventCreate on what is cancelled', (c) => fulfillmentEventCreate(c, { fulfillmentId: voidedParcel.id, status: 'DELIVERED' }), ['fulfillmentEvent', 'fulfillmentId'], /cancelled/],
  ['fulfillmentOrderHold of nothing', (c) => fulfillmentOrderHold(c, { id: gone('FulfillmentOrder'), fulfillmentHold: { reason: 'OTHER' } }), ['id'], /not found/, 'FULFILLMENT_ORDER_NOT_FOUND'],
  ['fulfillmentOrderHold with a used handle', (c) => fulfillmentOrderHold(c, { id: held.id, fulfillmentHold: { reason: 'OTHER', handle: 'h' } }), ['fulfillmentHold', 'handle'], /already in use/, 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'],
  ['fulfillmentOrderHold of what has left', (c) => fulfillmentOrderHold(c, { id: parcel.fulfillmentOrderIds[0] ?? '', fulfillmentHold: { reason: 'OTHER' } }), ['id'], /not in an open state/, 'TAKEN'],
  ['fulfillmentOrderReleaseHold of nothing', (c) => fulfillmentOrderReleaseHold(c, { id: gone('FulfillmentOrder') }), ['id'], /not found/, 'FULFILLMENT_ORDER_NOT_FOUND'],
  ['fulfillmentOrderReleaseHold of what is not held', (c) => fulfillmentOrderReleaseHold(c, { id: work.id }), ['id'], /not on hold/],
  ['fulfillmentCancel of returned items', (c) => fulfillmentCancel(c, { id: returned.id }), ['id'], /returned items/],
  ['orderCancel to store credit of nobody', (c) => orderCancel(c, { orderId: online.id, reason: 'CUSTOMER', restock: true, refundMethod: { storeCreditRefund: {} } }), ['refundMethod', 'storeCreditRefund'], /with a customer/, 'INVALID'],
  ['orderInvoiceSend of nothing', (c) => orderInvoiceSend(c, { id: gone('Order') }), ['id'], 'Order does not exist', 'ORDER_INVOICE_SEND_UNSUCCESSFUL'],
  ['orderInvoiceSend to nobody', (c) => orderInvoiceSend(c, { id: open.id }), ['email', 'to'], /can't be blank/, 'ORDER_INVOICE_SEND_UNSUCCESSFUL'],
  ['orderInvoiceSend to nowhere', (c) => orderInvoiceSend(c, { id: open.id, email: { to: 'me' } }), ['email', 'to'], /invalid/, 'ORDER_INVOICE_SEND_UNSUCCESSFUL'],
  ['refundCreate on nothing', refund({ orderId: gone('Order') }), ['orderId'], 'Order does not exist'],
  ['refundCreate of nothing', refund({}), null, /at least one/],
  ['refundCreate in a foreign currency', refund({ currency: 'USD', transactions: back('1.00') }), ['currency'], /currency of the order/],
  ['refundCreate of more units than bought', refund({ refundLineItems: [{ lineItemId: openLine.id, quantity: 3 }] }), ['refundLineItems', '0', 'quantity'], /more items than were purchased/],
  ['refundCreate of no unit', refund({ refundLineItems: [{ lineItemId: openLine.id, quantity: 0 }] }), ['refundLineItems', '0', 'quantity'], /greater than 0/],
  ['refundCreate of no line', refund({ refundLineItems: [{ lineItemId: gone('LineItem'), quantity: 1 }] }), ['refundLineItems', '0', 'lineItemId'], /does not exist/],
  ['refundCreate of a line twice', refund({ refundLineItems: [{ lineItemId: openLine.id, quantity: 1 }, { lineItemId: openLine.id, quantity: 1 }] }), ['refundLineItems'], /twice/],
  ['refundCreate to nowhere', refund({ refundLineItems: [{ lineItemId: openLine.id, quantity: 1, restockType: 'RETURN', locationId: gone('Location') }] }), ['refundLineItems', '0', 'locationId'], /does not exist/],
  ['refundCreate of more shipping than paid', refund({ shipping: { amount: '1.00' } }), ['shipping', 'amount'], /cannot exceed/],
  ['refundCreate of more than the payment', refund({ transactions: back('20.01') }), ['transactions', '0', 'amount'], /cannot be greater/],
  ['refundCreate of nothing at all', refund({ transactions: back('0') }), ['transactions', '0', 'amount'], /greater than 0/],
  ['refundCreate on no payment', refund({ transactions: back('1.00', gone('OrderTransaction')) }), ['transactions'], /require a parent_id/],
  ['refundCreate by a sale', refund({ transactions: back('1.00', only(open.transactions).id, 'SALE') }), null, 'Kind sale is not a valid transaction'],
  ['draftOrderCreate without lines', (c) => draftOrderCreate(c, {}), null, 'Add at least 1 product'],
  ['draftOrderCreate for nobody', (c) => draftOrderCreate(c, { customerId: gone('Customer'), lineItems: [{ variantId: variant.id, quantity: 1 }] }), ['customerId'], /does not exist/],
  ['draftOrderCreate with a bad email', (c) => draftOrderCreate(c, { email: 'x', lineItems: [{ variantId: variant.id, quantity: 1 }] }), ['email'], 'Email is invalid'],
  ['draftOrderCreate of no variant', (c) => draftOrderCreate(c, { lineItems: [{ variantId: gone('ProductVariant'), quantity: 1 }] }), ['lineItems', '0', 'variantId'], /no longer available/],
  ['draftOrderCreate of a nameless thing', (c) => draftOrderCreate(c, { lineItems: [{ quantity: 1 }] }), ['lineItems', '0', 'title'], /can't be blank/],
  ['draftOrderCreate with no quantity', (c) => draftOrderCreate(c, { lineItems: [{ variantId: variant.id, quantity: 0 }] }), ['lineItems', '0', 'quantity'], /greater than or equal to 1/],
  ['draftOrderCreate in a foreign currency', (c) => draftOrderCreate(c, { lineItems: [{ title: 'A', quantity: 1, originalUnitPriceWithCurrency: { amount: '1', currencyCode: 'USD' } }] }), ['lineItems', '0', 'originalUnitPriceWithCurrency'], /must be in EUR/],
  ['draftOrderComplete of nothing', (c) => draftOrderComplete(c, { id: gone('DraftOrder') }), ['id'], /does not exist/],
  ['draftOrderComplete twice', (c) => draftOrderComplete(c, { id: draft }), null, 'This order has been paid'],
];

describe('a refused change to an order names the field and why, and changes nothing', () => {
  const state = () => JSON.stringify([...world.orders.all(), ...world.fulfillmentOrders.all(), ...world.fulfillments.all(), ...world.refunds.all(), ...world.customers.all(), ...world.variants.all(), world.shop]);

  it.each(cases)('%s', (_what, run, field, message, code) => {
    const before = state();
    topics();
    const { userErrors } = world.change(run);
    expect(userErrors).toHaveLength(1);
    const [error] = userErrors;
    expect(error?.message).toMatch(message);
    expect(error?.field?.slice(0, field?.length) ?? null).toEqual(field);
    expect(error?.code).toBe(code);
    expect(topics()).toEqual([]);
    expect(state()).toBe(before);
  });
});
