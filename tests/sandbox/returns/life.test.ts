import { describe, expect, it } from 'vitest';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { orderClose } from '#sandbox/world/commands/order-close.ts';
import { orderDelete } from '#sandbox/world/commands/order-delete.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { removeFromReturn } from '#sandbox/world/commands/remove-from-return.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import { returnReopen } from '#sandbox/world/commands/return-reopen.ts';
import { returnRequest } from '#sandbox/world/commands/return-request.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseDeliveryShippingUpdate } from '#sandbox/world/commands/reverse-delivery-shipping-update.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import { returnStatus } from '#sandbox/world/order-status.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import type { World } from '#sandbox/world/index.ts';
import { returnableQuantity, shippedLines } from '#sandbox/world/returns/returnable.ts';
import { addReturn, addVariant, customLine, firstLocation, only, openShop, openWork, shippedLineIds, TOO_SMALL } from '../world/shop-in-memory.ts';
import { addDelivered, current, processAll, totalsOf } from './returned-order.ts';

const request = (world: World, order: OrderRecord, quantity = 1) =>
  world.change((change) => returnRequest(change, { orderId: order.id, returnLineItems: [{ fulfillmentLineItemId: only(shippedLineIds(world, order)), quantity, returnReasonDefinitionId: TOO_SMALL }] })).return;
const left = (world: World, order: OrderRecord) => shippedLines(world, current(world, order.id)).map((row) => returnableQuantity(world, row));
const statusOf = (world: World, order: OrderRecord) => returnStatus(world.returns.where('order', order.id));

describe('a return', () => {
  it('is requested, approved, received, paid back and closed, and its order says so at every step', () => {
    const { world, topics } = openShop();
    const order = addDelivered(world);
    topics();
    const requested = request(world, order);
    expect(requested).toMatchObject({ name: '#1001-R1', status: 'REQUESTED', requestApprovedAt: null });
    expect([...world.reverseFulfillmentOrders.all()]).toEqual([]);
    expect([statusOf(world, order), left(world, order), topics()]).toEqual(['RETURN_REQUESTED', [1], ['returns/request', 'orders/updated']]);

    const id = requested?.id ?? '';
    const approved = world.change((change) => returnApproveRequest(change, { id })).return;
    expect(approved).toMatchObject({ status: 'OPEN', requestApprovedAt: '2026-11-20T10:00:00Z' });
    const work = only(world.reverseFulfillmentOrders.all());
    expect(work).toMatchObject({ status: 'OPEN', lineItems: [{ totalQuantity: 1, dispositions: [] }] });
    expect([statusOf(world, order), topics()]).toEqual(['IN_PROGRESS', ['returns/approve', 'orders/updated']]);

    const sent = world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: work.id, reverseDeliveryLineItems: [], trackingInput: { number: 'R1' }, labelInput: { fileUrl: 'https://a.example/1.pdf' } })).reverseDelivery;
    expect(sent).toMatchObject({ lineItems: [{ quantity: 1 }], tracking: { number: 'R1' }, label: { publicFileUrl: 'https://a.example/1.pdf' } });
    const moved = world.change((change) => reverseDeliveryShippingUpdate(change, { reverseDeliveryId: sent?.id ?? '', trackingInput: { number: 'R2', url: 'https://b.example/R2' } })).reverseDelivery;
    expect(moved).toMatchObject({ tracking: { number: 'R2' }, label: { publicFileUrl: 'https://a.example/1.pdf' } });
    expect(topics()).toEqual(['reverse_deliveries/attach_deliverable', 'reverse_deliveries/attach_deliverable']);

    const line = only(work.lineItems);
    world.change((change) => reverseFulfillmentOrderDispose(change, { dispositionInputs: [{ reverseFulfillmentOrderLineItemId: line.id, quantity: 1, dispositionType: 'NOT_RESTOCKED' }] }));
    expect(only(only(world.reverseFulfillmentOrders.all()).lineItems).dispositions).toMatchObject([{ type: 'NOT_RESTOCKED', quantity: 1, locationId: null }]);
    expect(topics()).toEqual(['reverse_fulfillment_orders/dispose']);

    const processed = approved && processAll(world, approved);
    expect(processed).toMatchObject({ status: 'OPEN', lineItems: [{ processedQuantity: 1, refundedQuantity: 1 }] });
    expect(topics()).toEqual(['refunds/create', 'order_transactions/create', 'orders/updated', 'returns/process']);
    expect(only(world.refunds.all())).toMatchObject({ returnId: id, adjustments: [], lineItems: [{ quantity: 1, restockType: 'NO_RESTOCK' }] });
    expect(totalsOf(world, order.id)).toMatchObject({ refunded: { shop: { minor: 1000 } }, outstanding: { shop: { minor: 0 } } });

    expect(world.change((change) => returnClose(change, { id })).return).toMatchObject({ status: 'CLOSED', closedAt: '2026-11-20T10:00:00Z' });
    expect([statusOf(world, order), left(world, order), topics()]).toEqual(['RETURNED', [1], ['returns/close', 'orders/updated']]);
  });

  it('that is declined gives its units free again', () => {
    const { world, topics } = openShop();
    const order = addDelivered(world);
    const id = request(world, order, 2)?.id ?? '';
    expect(left(world, order)).toEqual([0]);
    topics();
    const declined = world.change((change) => returnDeclineRequest(change, { id, declineReason: 'FINAL_SALE', declineNote: 'Worn.' })).return;
    expect(declined).toMatchObject({ status: 'DECLINED', decline: { reason: 'FINAL_SALE', note: 'Worn.' } });
    expect([statusOf(world, order), left(world, order), topics()]).toEqual(['NO_RETURN', [2], ['returns/decline', 'orders/updated']]);
  });

  it('is cancelled once, and only before anybody worked on it', () => {
    const { world, topics } = openShop();
    const order = addDelivered(world);
    const { id } = addReturn(world, order);
    topics();
    expect(world.change((change) => returnCancel(change, { id })).return?.status).toBe('CANCELED');
    expect([statusOf(world, order), left(world, order), topics()]).toEqual(['NO_RETURN', [2], ['returns/cancel', 'orders/updated']]);
    expect(only(world.reverseFulfillmentOrders.all()).status).toBe('CANCELED');
    expect(world.change((change) => returnCancel(change, { id }))).toMatchObject({ return: { status: 'CANCELED' }, userErrors: [] });
    expect(topics()).toEqual([]);
  });

  it('closes and reopens, and doing so twice changes nothing', () => {
    const { world, topics } = openShop();
    const { id } = addReturn(world, addDelivered(world));
    topics();
    for (const step of [returnClose, returnClose, returnReopen, returnReopen]) world.change((change) => step(change, { id }));
    expect(topics()).toEqual(['returns/close', 'orders/updated', 'returns/reopen', 'orders/updated']);
    expect(world.returns.get(id)).toMatchObject({ status: 'OPEN', closedAt: null });
    expect(only(world.reverseFulfillmentOrders.all()).status).toBe('OPEN');
  });

  it('loses units, with their part of the fee, and is closed when none is left', () => {
    const { world, events } = openShop();
    const order = addDelivered(world);
    const line = { fulfillmentLineItemId: only(shippedLineIds(world, order)), quantity: 2, returnReasonDefinitionId: TOO_SMALL, restockingFee: { percentage: 10 } };
    const record = addReturn(world, order, { returnLineItems: [line] });
    const returnLineItemId = only(record.lineItems).id;
    const remove = () => world.change((change) => removeFromReturn(change, { returnId: record.id, returnLineItems: [{ returnLineItemId, quantity: 1 }] })).return;
    expect(remove()).toMatchObject({ status: 'OPEN', lineItems: [{ quantity: 1, restockingFee: { amount: { shop: { minor: 100 } } } }] });
    expect(only(only(world.reverseFulfillmentOrders.all()).lineItems).totalQuantity).toBe(1);
    expect(events.find((event) => event.topic === 'returns/update')?.body).toMatchObject({ return_line_items: { removals: [{ admin_graphql_api_id: returnLineItemId, delta: 1 }] } });
    expect(remove()).toMatchObject({ status: 'CLOSED', lineItems: [], closedAt: '2026-11-20T10:00:00Z' });
    expect([statusOf(world, order), left(world, order)]).toEqual(['RETURNED', [2]]);
  });

  it('opens an archived order again', () => {
    const { world } = openShop();
    const order = addDelivered(world);
    world.change((change) => orderClose(change, { id: order.id }));
    addReturn(world, order);
    expect(current(world, order.id).closedAt).toBeNull();
  });

  it('cannot take units that were refunded without one', () => {
    const { world } = openShop();
    const order = addDelivered(world);
    world.change((change) => refundCreate(change, { orderId: order.id, refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1, restockType: 'RETURN' }] }));
    expect(left(world, order)).toEqual([1]);
  });

  it('puts back into stock what is restocked, at the place that is named, and nothing else', () => {
    const { world, topics } = openShop();
    const variant = addVariant(world);
    const order = addDelivered(world, { lineItems: [{ variantId: variant.id, quantity: 3 }] });
    const record = addReturn(world, order, { returnLineItems: [{ fulfillmentLineItemId: only(shippedLineIds(world, order)), quantity: 3, returnReasonDefinitionId: TOO_SMALL }] });
    const work = only(only(world.reverseFulfillmentOrders.all()).lineItems);
    topics();
    const dispose = (dispositionType: 'MISSING' | 'PROCESSING_REQUIRED' | 'RESTOCKED') => ({ reverseFulfillmentOrderLineItemId: work.id, quantity: 1, dispositionType, locationId: firstLocation(world).id });
    world.change((change) => returnProcess(change, { returnId: record.id, returnLineItems: [{ id: only(record.lineItems).id, quantity: 3, dispositions: [dispose('RESTOCKED'), dispose('MISSING'), dispose('PROCESSING_REQUIRED')] }] }));
    expect(only(world.variants.get(variant.id)?.stock ?? []).available).toBe(6);
    expect(topics()).toEqual(['inventory_levels/update', 'reverse_fulfillment_orders/dispose', 'orders/updated', 'returns/process']);
    expect(totalsOf(world, order.id).outstanding.shop.minor).toBe(-3000);
  });

  it('goes with its order when that is deleted', () => {
    const { world } = openShop();
    const order = addDelivered(world);
    addReturn(world, order);
    const work = only(world.reverseFulfillmentOrders.all());
    world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: work.id, reverseDeliveryLineItems: [] }));
    expect(world.change((change) => orderDelete(change, { orderId: order.id })).userErrors).toEqual([]);
    expect([world.returns, world.reverseFulfillmentOrders, world.reverseDeliveries].map((collection) => collection.size)).toEqual([0, 0, 0]);
  });

  it('of an exchanged item is a return like any other', () => {
    const { world } = openShop();
    const variant = addVariant(world, { price: '10.00' });
    const order = addDelivered(world, { lineItems: [customLine('10.00')] });
    processAll(world, addReturn(world, order, { exchangeLineItems: [{ variantId: variant.id, quantity: 1 }] }));
    world.change((change) => fulfillmentCreate(change, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: openWork(world, order).id }] }));
    expect(left(world, order)).toEqual([0, 1]);
    const again = addReturn(world, order, { returnLineItems: [{ fulfillmentLineItemId: shippedLineIds(world, order)[1] ?? '', quantity: 1, returnReasonDefinitionId: TOO_SMALL }] });
    expect(again.name).toBe('#1001-R2');
    processAll(world, again);
    expect(totalsOf(world, order.id)).toMatchObject({ currentTotal: { shop: { minor: 0 } }, netPayment: { shop: { minor: 0 } } });
  });

  it('of goods from two places is received at both', () => {
    const { world } = openShop();
    const order = addDelivered(world);
    const [parcel] = world.fulfillments.where('order', order.id);
    world.change((change) => {
      if (parcel) change.put('fulfillments', { ...parcel, id: change.newId('Fulfillment'), locationId: 'gid://shopify/Location/2', lineItems: parcel.lineItems.map((line) => ({ ...line, id: change.newId('FulfillmentLineItem'), quantity: 1 })) });
      if (parcel) change.put('fulfillments', { ...parcel, lineItems: parcel.lineItems.map((line) => ({ ...line, quantity: 1 })) });
    });
    addReturn(world, order, { returnLineItems: shippedLineIds(world, order).map((fulfillmentLineItemId) => ({ fulfillmentLineItemId, quantity: 1, returnReasonDefinitionId: TOO_SMALL })) });
    expect([...world.reverseFulfillmentOrders.all()].map((work) => work.locationId)).toEqual([firstLocation(world).id, 'gid://shopify/Location/2']);
  });
});
