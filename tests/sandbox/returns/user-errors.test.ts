import { describe, expect, it } from 'vitest';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { removeFromReturn } from '#sandbox/world/commands/remove-from-return.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import { returnReopen } from '#sandbox/world/commands/return-reopen.ts';
import { returnRequest } from '#sandbox/world/commands/return-request.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseDeliveryShippingUpdate } from '#sandbox/world/commands/reverse-delivery-shipping-update.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import type { UserError } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import { addOrder, addReturn, addVariant, customLine, firstLocation, only, openShop, shippedLineIds, TOO_SMALL } from '../world/shop-in-memory.ts';
import { addDelivered, processAll } from './returned-order.ts';

const { world, topics } = openShop({ presentmentCurrencies: ['USD'] });
const gone = (type: string) => `gid://shopify/${type}/1`;
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
const variant = addVariant(world);
const location = firstLocation(world);

const order = addDelivered(world, { lineItems: [{ variantId: variant.id, quantity: 4 }, customLine('5.00', 2)], shippingLines: [{ title: 'Post', priceSet: { shopMoney: eur('4.00') } }] });
const [mugs = '', things = ''] = shippedLineIds(world, order);
const payment = only(order.transactions);
const guest = addDelivered(world);
const waiting = addOrder(world, { financialStatus: 'PAID' });
const cancelled = addOrder(world);
world.change((c) => orderCancel(c, { orderId: cancelled.id, reason: 'CUSTOMER', restock: true }));

const line = (input: Partial<Parameters<typeof returnCreate>[1]['returnLineItems'][number]> = {}) => ({ fulfillmentLineItemId: mugs, quantity: 1, returnReasonDefinitionId: TOO_SMALL, ...input });
const open = addReturn(world, order, { returnLineItems: [line({ quantity: 2 }), line({ fulfillmentLineItemId: things })], exchangeLineItems: [{ variantId: variant.id, quantity: 1 }] });
const [openMugs] = open.lineItems;
const exchange = only(open.exchangeLineItems);
const work = only(world.reverseFulfillmentOrders.where('return', open.id));
const [workMugs, workThings] = work.lineItems;
const requested = world.change((c) => returnRequest(c, { orderId: order.id, returnLineItems: [line()] })).return;
const declined = world.change((c) => returnRequest(c, { orderId: order.id, returnLineItems: [line()] })).return;
world.change((c) => returnDeclineRequest(c, { id: declined?.id ?? '', declineReason: 'OTHER' }));
const other = addReturn(world, guest);
const otherWork = only(only(world.reverseFulfillmentOrders.where('return', other.id)).lineItems);
const done = processAll(world, addReturn(world, addDelivered(world)));
const closed = addReturn(world, addDelivered(world));
world.change((c) => returnClose(c, { id: closed.id }));
const voided = addReturn(world, addDelivered(world));
const voidedWork = only(world.reverseFulfillmentOrders.where('return', voided.id));
world.change((c) => returnCancel(c, { id: voided.id }));

type Case = [what: string, run: (change: Change) => { userErrors: UserError[] }, field: string[] | null, message: RegExp | string, code?: string];
const create = (input: Partial<Parameters<typeof returnCreate>[1]>) => (c: Change) => returnCreate(c, { orderId: order.id, returnLineItems: [line()], ...input });
const ask = (input: Partial<Parameters<typeof returnRequest>[1]>) => (c: Change) => returnRequest(c, { orderId: order.id, returnLineItems: [line()], ...input });
const process = (input: Partial<Parameters<typeof returnProcess>[1]>) => (c: Change) => returnProcess(c, { returnId: open.id, ...input });
const dispose = (...inputs: Partial<Parameters<typeof reverseFulfillmentOrderDispose>[1]['dispositionInputs'][number]>[]) => (c: Change) =>
  reverseFulfillmentOrderDispose(c, { dispositionInputs: inputs.map((input) => ({ reverseFulfillmentOrderLineItemId: workMugs?.id ?? '', quantity: 1, dispositionType: 'NOT_RESTOCKED', ...input })) });
const remove = (quantity: number, returnLineItemId = openMugs?.id ?? '', returnId = open.id) => (c: Change) => removeFromReturn(c, { returnId, returnLineItems: [{ returnLineItemId, quantity }] });
const send = (input: Partial<Parameters<typeof reverseDeliveryCreateWithShipping>[1]>) => (c: Change) => reverseDeliveryCreateWithShipping(c, { reverseFulfillmentOrderId: work.id, reverseDeliveryLineItems: [], ...input });
const parcel = (quantity: number, id = workMugs?.id ?? '') => ({ reverseFulfillmentOrderLineItemId: id, quantity });
const units = [{ id: openMugs?.id ?? '', quantity: 1 }];
const refund = (amount: string, more: Record<string, unknown> = {}, parentId = payment.id, currencyCode = 'EUR') => ({
  returnLineItems: units,
  financialTransfer: { issueRefund: { orderTransactions: [{ parentId, transactionAmount: { amount, currencyCode } }], ...more } },
});
const credit = (storeCreditRefund: { amount: { amount: string; currencyCode: string }; expiresAt?: string }) => ({ returnLineItems: units, financialTransfer: { issueRefund: { orderTransactions: [], refundMethods: [{ storeCreditRefund }] } } });
const issue = ['input', 'financialTransfer', 'issueRefund'];
const at = (...names: string[]) => ['returnInput', 'returnLineItems', '0', ...names];

const cases: Case[] = [
  ['returnCreate on nothing', create({ orderId: gone('Order') }), ['returnInput', 'orderId'], 'Order was not found.', 'NOT_FOUND'],
  ['returnCreate on a cancelled order', create({ orderId: cancelled.id }), ['returnInput', 'orderId'], /canceled/, 'INVALID_STATE'],
  ['returnCreate without lines', create({ returnLineItems: [] }), ['returnInput', 'returnLineItems'], /can't be blank/, 'BLANK'],
  ['returnCreate of what has not left', create({ orderId: waiting.id }), at('fulfillmentLineItemId'), 'Fulfillment Line Item was not found.', 'NOT_FOUND'],
  ['returnCreate of another order’s line', create({ orderId: guest.id }), at('fulfillmentLineItemId'), 'Fulfillment Line Item was not found.', 'NOT_FOUND'],
  ['returnCreate of more than is left', create({ returnLineItems: [line({ quantity: 2 })] }), at('quantity'), 'Return line item has an invalid quantity.', 'INVALID'],
  ['returnCreate of more than is left in two lines', create({ returnLineItems: [line(), line()] }), ['returnInput', 'returnLineItems', '1', 'quantity'], 'Return line item has an invalid quantity.', 'INVALID'],
  ['returnCreate of no unit', create({ returnLineItems: [line({ quantity: 0 })] }), at('quantity'), 'Return line item has an invalid quantity.', 'INVALID'],
  ['returnCreate without a reason', create({ returnLineItems: [line({ returnReasonDefinitionId: null })] }), at(), 'Either return reason or return reason definition must be provided', 'NOT_FOUND'],
  ['returnCreate for no known reason', create({ returnLineItems: [line({ returnReasonDefinitionId: gone('Order') })] }), at('returnReasonDefinitionId'), /not found/, 'NOT_FOUND'],
  ['returnCreate with a long note', create({ returnLineItems: [line({ returnReasonNote: 'x'.repeat(256) })] }), at('returnReasonNote'), /too long/, 'TOO_LONG'],
  ['returnCreate with a fee above the price', create({ returnLineItems: [line({ restockingFee: { percentage: 101 } })] }), at('restockingFee', 'percentage'), /between 0 and 100/, 'INVALID'],
  ['returnCreate with a fee in another currency', create({ returnShippingFee: { amount: { amount: '1', currencyCode: 'USD' } } }), ['returnInput', 'returnShippingFee', 'amount', 'currencyCode'], /must be in EUR/, 'INVALID'],
  ['returnCreate with a negative fee', create({ returnShippingFee: { amount: eur('-1') } }), ['returnInput', 'returnShippingFee', 'amount'], /greater than or equal/, 'GREATER_THAN_OR_EQUAL_TO'],
  ['returnCreate for no variant', create({ exchangeLineItems: [{ variantId: gone('ProductVariant'), quantity: 1 }] }), ['returnInput', 'exchangeLineItems', '0', 'variantId'], /not found/, 'NOT_FOUND'],
  ['returnCreate for no unit of a variant', create({ exchangeLineItems: [{ variantId: variant.id, quantity: 0 }] }), ['returnInput', 'exchangeLineItems', '0', 'quantity'], /greater than 0/, 'GREATER_THAN'],
  ['returnCreate with two discounts in one', create({ exchangeLineItems: [{ variantId: variant.id, quantity: 1, appliedDiscount: { value: { percentage: 1, amount: eur('1') } } }] }), ['returnInput', 'exchangeLineItems', '0', 'appliedDiscount', 'value'], /invalid/, 'INVALID'],
  ['returnRequest on nothing', ask({ orderId: gone('Order') }), ['input', 'orderId'], 'Order was not found.', 'NOT_FOUND'],
  ['returnRequest of more than is left', ask({ returnLineItems: [line({ quantity: 3 })] }), ['input', 'returnLineItems', '0', 'quantity'], 'Return line item has an invalid quantity.', 'INVALID'],
  ['returnRequest without a reason', ask({ returnLineItems: [line({ returnReasonDefinitionId: null })] }), ['input', 'returnLineItems', '0', 'returnReason'], "Return reason can't be blank", 'BLANK'],
  ['returnRequest with a long note', ask({ returnLineItems: [line({ customerNote: 'x'.repeat(301) })] }), ['input', 'returnLineItems', '0', 'customerNote'], /too long/, 'TOO_LONG'],
  ['returnRequest with a fee in another currency', ask({ returnShippingFee: { amount: { amount: '1', currencyCode: 'USD' } } }), ['input', 'returnShippingFee', 'amount', 'currencyCode'], /must be in EUR/, 'INVALID'],
  ['returnApproveRequest of nothing', (c) => returnApproveRequest(c, { id: gone('Return') }), ['input', 'id'], 'Return not found.', 'NOT_FOUND'],
  ['returnApproveRequest of an open return', (c) => returnApproveRequest(c, { id: open.id }), ['input', 'id'], 'Return is not approvable. Only returns with status REQUESTED can be approved.', 'INVALID_STATE'],
  ['returnDeclineRequest of nothing', (c) => returnDeclineRequest(c, { id: gone('Return'), declineReason: 'OTHER' }), ['input', 'id'], 'Return not found.', 'NOT_FOUND'],
  ['returnDeclineRequest of an open return', (c) => returnDeclineRequest(c, { id: open.id, declineReason: 'OTHER' }), ['input', 'id'], 'Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.', 'INVALID_STATE'],
  ['returnDeclineRequest twice', (c) => returnDeclineRequest(c, { id: declined?.id ?? '', declineReason: 'OTHER' }), ['input', 'id'], 'The return is already declined.', 'INVALID_STATE'],
  ['returnDeclineRequest with a long note', (c) => returnDeclineRequest(c, { id: requested?.id ?? '', declineReason: 'OTHER', declineNote: 'x'.repeat(501) }), ['input', 'declineNote'], /too long/, 'TOO_LONG'],
  ['returnCancel of nothing', (c) => returnCancel(c, { id: gone('Return') }), ['id'], 'Return not found.', 'NOT_FOUND'],
  ['returnCancel of a processed return', (c) => returnCancel(c, { id: done.id }), ['id'], 'Return is not cancelable.', 'INVALID_STATE'],
  ['returnCancel of a closed return', (c) => returnCancel(c, { id: closed.id }), ['id'], 'Return is not cancelable.', 'INVALID_STATE'],
  ['returnClose of nothing', (c) => returnClose(c, { id: gone('Return') }), ['id'], 'Return not found.', 'NOT_FOUND'],
  ['returnClose of a declined return', (c) => returnClose(c, { id: declined?.id ?? '' }), ['id'], 'Return status is invalid.', 'INVALID_STATE'],
  ['returnReopen of nothing', (c) => returnReopen(c, { id: gone('Return') }), ['id'], 'Return not found.', 'NOT_FOUND'],
  ['returnReopen of a cancelled return', (c) => returnReopen(c, { id: voided.id }), ['id'], 'Return status is invalid.', 'INVALID_STATE'],
  ['removeFromReturn of nothing', remove(1, openMugs?.id, gone('Return')), ['returnId'], 'Return not found.', 'NOT_FOUND'],
  ['removeFromReturn of a closed return', remove(1, only(closed.lineItems).id, closed.id), ['returnId'], 'Return status is invalid.', 'INVALID_STATE'],
  ['removeFromReturn of a processed return', remove(1, only(done.lineItems).id, done.id), ['returnId'], 'Return status is invalid.', 'INVALID_STATE'],
  ['removeFromReturn of no unit', remove(0), null, 'Quantity must be greater than 0', 'GREATER_THAN'],
  ['removeFromReturn of too many', remove(3), ['returnLineItems', '0', 'quantity'], 'Return line item has an invalid quantity.', 'INVALID'],
  ['removeFromReturn of no line', remove(1, gone('ReturnLineItem')), ['returnLineItems', '0', 'returnLineItemId'], /not found/, 'NOT_FOUND'],
  ['removeFromReturn of too much exchange', (c) => removeFromReturn(c, { returnId: open.id, exchangeLineItems: [{ exchangeLineItemId: exchange.id, quantity: 2 }] }), ['exchangeLineItems', '0', 'quantity'], /invalid quantity/, 'INVALID'],
  ['removeFromReturn without saying what', (c) => removeFromReturn(c, { returnId: open.id }), null, /can't be blank/, 'BLANK'],
  ['returnProcess of nothing', process({ returnId: gone('Return') }), ['input', 'returnId'], 'Return not found.', 'NOT_FOUND'],
  ['returnProcess of a request', process({ returnId: requested?.id ?? '' }), ['input', 'returnId'], 'Return status is invalid.', 'INVALID_STATE'],
  ['returnProcess of a closed return', process({ returnId: closed.id }), ['input', 'returnId'], 'Return status is invalid.', 'INVALID_STATE'],
  ['returnProcess without saying what', process({}), ['input', 'returnLineItems'], /can't be blank/, 'BLANK'],
  ['returnProcess of no line', process({ returnLineItems: [{ id: gone('ReturnLineItem'), quantity: 1 }] }), ['input', 'returnLineItems', '0', 'id'], /not found/, 'NOT_FOUND'],
  ['returnProcess of no unit', process({ returnLineItems: [{ id: openMugs?.id ?? '', quantity: 0 }] }), ['input', 'returnLineItems', '0', 'quantity'], /greater than 0/, 'GREATER_THAN'],
  ['returnProcess of too many', process({ returnLineItems: [{ id: openMugs?.id ?? '', quantity: 3 }] }), ['input', 'returnLineItems', '0', 'quantity'], 'Return line item has an invalid quantity.', 'INVALID'],
  ['returnProcess of a line twice', process({ returnLineItems: [...units, ...units] }), ['input', 'returnLineItems', '1', 'quantity'], 'Return line item has an invalid quantity.', 'INVALID'],
  ['returnProcess of too much exchange', process({ exchangeLineItems: [{ id: exchange.id, quantity: 2 }] }), ['input', 'exchangeLineItems', '0', 'quantity'], /invalid quantity/, 'INVALID'],
  ['returnProcess with another line’s disposition', process({ returnLineItems: [{ ...units[0], id: openMugs?.id ?? '', quantity: 1, dispositions: [{ reverseFulfillmentOrderLineItemId: workThings?.id ?? '', quantity: 1, dispositionType: 'MISSING' }] }] }), ['input', 'returnLineItems', '0', 'dispositions', '0', 'reverseFulfillmentOrderLineItemId'], /does not belong/, 'INVALID'],
  ['returnProcess disposing of more than it processes', process({ returnLineItems: [{ id: openMugs?.id ?? '', quantity: 1, dispositions: [{ reverseFulfillmentOrderLineItemId: workMugs?.id ?? '', quantity: 2, dispositionType: 'MISSING' }] }] }), ['input', 'returnLineItems', '0', 'dispositions'], /exceeds/, 'INVALID'],
  ['returnProcess giving back more shipping than paid', process({ ...refund('1.00'), refundShipping: { shippingRefundAmount: eur('4.01') } }), ['input', 'refundShipping', 'shippingRefundAmount', 'amount'], /cannot exceed/, 'INVALID'],
  ['returnProcess giving back no known duty', process({ ...refund('1.00'), refundDuties: [{ dutyId: gone('Duty') }] }), ['input', 'refundDuties', '0', 'dutyId'], /not found/, 'NOT_FOUND'],
  ['returnProcess giving back more than was paid', process(refund('100.00')), [...issue, 'orderTransactions', '0', 'transactionAmount', 'amount'], /cannot be greater/, 'TOO_BIG'],
  ['returnProcess giving back nothing', process(refund('0')), [...issue, 'orderTransactions', '0', 'transactionAmount', 'amount'], /greater than 0/, 'GREATER_THAN'],
  ['returnProcess giving back in another currency', process(refund('1.00', {}, payment.id, 'USD')), [...issue, 'orderTransactions', '0', 'transactionAmount', 'currencyCode'], /must be in EUR/, 'INVALID'],
  ['returnProcess giving back on no payment', process(refund('1.00', {}, gone('OrderTransaction'))), [...issue, 'orderTransactions', '0', 'parentId'], /not found/, 'NOT_FOUND'],
  ['returnProcess giving back nowhere', process({ returnLineItems: units, financialTransfer: { issueRefund: { orderTransactions: [] } } }), [...issue, 'orderTransactions'], /can't be blank/, 'BLANK'],
  ['returnProcess with store credit for a stranger', process(credit({ amount: eur('1.00') })), [...issue, 'refundMethods', '0', 'storeCreditRefund'], /with a customer/, 'INVALID'],
  ['reverseFulfillmentOrderDispose of nothing', dispose(), ['dispositionInputs'], /can't be blank/, 'BLANK'],
  ['reverseFulfillmentOrderDispose of no line', dispose({ reverseFulfillmentOrderLineItemId: gone('ReverseFulfillmentOrderLineItem') }), ['dispositionInputs', '0', 'reverseFulfillmentOrderLineItemId'], /not found/, 'NOT_FOUND'],
  ['reverseFulfillmentOrderDispose of no unit', dispose({ quantity: 0 }), ['dispositionInputs', '0', 'quantity'], /greater than 0/, 'GREATER_THAN'],
  ['reverseFulfillmentOrderDispose of too many', dispose({ quantity: 2 }, { quantity: 1 }), ['dispositionInputs', '1', 'quantity'], /exceeds/, 'INVALID'],
  ['reverseFulfillmentOrderDispose nowhere', dispose({ locationId: gone('Location') }), ['dispositionInputs', '0', 'locationId'], /not found/, 'NOT_FOUND'],
  ['restocking without a place', dispose({ dispositionType: 'RESTOCKED' }), ['dispositionInputs', '0', 'locationId'], /can't be blank/, 'BLANK'],
  ['restocking what is in no catalogue', dispose({ reverseFulfillmentOrderLineItemId: workThings?.id, dispositionType: 'RESTOCKED', locationId: location.id }), ['dispositionInputs', '0', 'dispositionType'], 'RESTOCKED is an invalid disposition type for a custom line item.', 'INVALID'],
  ['disposing of two returns at once', dispose({}, { reverseFulfillmentOrderLineItemId: otherWork.id }), ['dispositionInputs'], 'Cannot dispose items from more than one reverse fulfillment order.', 'INVALID'],
  ['disposing of a cancelled return', dispose({ reverseFulfillmentOrderLineItemId: only(voidedWork.lineItems).id }), ['dispositionInputs', '0', 'reverseFulfillmentOrderLineItemId'], /canceled/, 'INVALID_STATE'],
  ['reverseDeliveryCreateWithShipping for nothing', send({ reverseFulfillmentOrderId: gone('ReverseFulfillmentOrder') }), ['reverseFulfillmentOrderId'], /not found/, 'NOT_FOUND'],
  ['reverseDeliveryCreateWithShipping for a cancelled return', send({ reverseFulfillmentOrderId: voidedWork.id }), ['reverseFulfillmentOrderId'], /not open/, 'INVALID_STATE'],
  ['reverseDeliveryCreateWithShipping of another return’s line', send({ reverseDeliveryLineItems: [parcel(1, otherWork.id)] }), ['reverseDeliveryLineItems', '0', 'reverseFulfillmentOrderLineItemId'], /not found/, 'NOT_FOUND'],
  ['reverseDeliveryCreateWithShipping of a line twice', send({ reverseDeliveryLineItems: [parcel(1), parcel(1)] }), ['reverseDeliveryLineItems', '1', 'reverseFulfillmentOrderLineItemId'], /twice/, 'INVALID'],
  ['reverseDeliveryCreateWithShipping of too many', send({ reverseDeliveryLineItems: [parcel(3)] }), ['reverseDeliveryLineItems', '0', 'quantity'], 'cannot deliver more items than are returned'],
  ['reverseDeliveryCreateWithShipping of no unit', send({ reverseDeliveryLineItems: [parcel(0)] }), ['reverseDeliveryLineItems', '0', 'quantity'], /greater than 0/, 'GREATER_THAN'],
  ['reverseDeliveryShippingUpdate of nothing', (c) => reverseDeliveryShippingUpdate(c, { reverseDeliveryId: gone('ReverseDelivery') }), ['reverseDeliveryId'], /not found/, 'NOT_FOUND'],
];

const everything = () => JSON.stringify([world.orders, world.returns, world.reverseFulfillmentOrders, world.reverseDeliveries, world.refunds, world.variants, world.storeCreditAccounts].map((collection) => [...collection.all()]));

describe('a refused change of a return names the field and why, and changes nothing', () => {
  it.each(cases)('%s', (_what, run, field, message, code) => {
    const before = everything();
    topics();
    const { userErrors } = world.change(run);
    expect(userErrors).toHaveLength(1);
    const [error] = userErrors;
    expect(error?.field).toEqual(field);
    expect(error?.message).toMatch(message);
    expect(error?.code).toBe(code);
    expect(topics()).toEqual([]);
    expect(everything()).toBe(before);
  });
});
