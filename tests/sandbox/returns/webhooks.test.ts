import { describe, expect, it } from 'vitest';
import { eventPayload } from '#sandbox/webhooks/payloads/event-payload.ts';
import { redactProtected } from '#sandbox/webhooks/trim-payload.ts';
import { removeFromReturn } from '#sandbox/world/commands/remove-from-return.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { returnRequest } from '#sandbox/world/commands/return-request.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import { numericId } from '#sandbox/world/gid.ts';
import { addReturn, only, openShop, shippedLineIds, type TestShop, TOO_SMALL } from '../world/shop-in-memory.ts';
import { addDelivered, processAll } from './returned-order.ts';

/** What the last event of a topic would be sent as. */
function sent({ events, world }: TestShop, topic: string) {
  const event = events.findLast((candidate) => candidate.topic === topic);
  return event && eventPayload(event, world);
}

describe('webhooks of returns', () => {
  it('tell a request and an approval whole, with lines, reasons and fees', () => {
    const shop = openShop();
    const { world } = shop;
    const order = addDelivered(world);
    const line = { fulfillmentLineItemId: only(shippedLineIds(world, order)), quantity: 2, returnReasonDefinitionId: TOO_SMALL, customerNote: 'Tight', restockingFee: { percentage: 10 } };
    const fee = { amount: { amount: '4.00', currencyCode: 'EUR' } };
    const record = world.change((change) => returnRequest(change, { orderId: order.id, returnLineItems: [line], returnShippingFee: fee })).return;
    const whole = {
      id: numericId(record?.id ?? ''),
      admin_graphql_api_id: record?.id,
      order: { id: numericId(order.id), admin_graphql_api_id: order.id },
      total_return_line_items: 1,
      return_line_items: [{ quantity: 2, customer_note: 'Tight', return_reason: 'too-small', fulfillment_line_item: { admin_graphql_api_id: line.fulfillmentLineItemId, line_item: { title: 'Thing' } }, restocking_fee: { percentage: 10, price: { shop_money: { amount: '2.00', currency_code: 'EUR' } } } }],
      return_shipping_fees: [{ price: { presentment_money: { amount: '4.00', currency_code: 'EUR' } } }],
      exchange_line_items: [],
    };
    expect(sent(shop, 'returns/request')).toMatchObject({ ...whole, status: 'requested' });
    world.change((change) => returnApproveRequest(change, { id: record?.id ?? '' }));
    expect(sent(shop, 'returns/approve')).toMatchObject({ ...whole, status: 'open' });
  });

  it('tell a decline with its reason, and the other states by their name', () => {
    const shop = openShop();
    const { world } = shop;
    const order = addDelivered(world);
    const record = world.change((change) => returnRequest(change, { orderId: order.id, returnLineItems: [{ fulfillmentLineItemId: only(shippedLineIds(world, order)), quantity: 1, returnReasonDefinitionId: TOO_SMALL }] })).return;
    world.change((change) => returnDeclineRequest(change, { id: record?.id ?? '', declineReason: 'RETURN_PERIOD_ENDED' }));
    expect(sent(shop, 'returns/decline')).toMatchObject({ status: 'declined', decline: { reason: 'return_period_ended', note: null }, order: { admin_graphql_api_id: order.id } });
    const other = addReturn(world, order);
    processAll(world, other);
    expect(sent(shop, 'returns/process')).toEqual({ id: numericId(other.id), admin_graphql_api_id: other.id, order_id: numericId(order.id), status: 'open' });
    world.change((change) => returnClose(change, { id: other.id }));
    expect(sent(shop, 'returns/close')).toMatchObject({ order_id: numericId(order.id), status: 'closed' });
    expect(sent(shop, 'refunds/create')).toMatchObject({ return: { admin_graphql_api_id: other.id }, refund_line_items: [{ restock_type: 'no_restock' }] });
  });

  it('tell what was taken out of a return', () => {
    const shop = openShop();
    const record = addReturn(shop.world, addDelivered(shop.world));
    const id = only(record.lineItems).id;
    shop.world.change((change) => removeFromReturn(change, { returnId: record.id, returnLineItems: [{ returnLineItemId: id, quantity: 1 }] }));
    expect(sent(shop, 'returns/update')).toEqual({
      admin_graphql_api_id: record.id,
      return_line_items: { removals: [{ admin_graphql_api_id: id, delta: 1 }] },
      restocking_fees: { updates: [], removals: [] },
      return_shipping_fees: { updates: [], removals: [] },
    });
  });

  it('tell parcels and dispositions', () => {
    const shop = openShop();
    const { world } = shop;
    const record = addReturn(world, addDelivered(world));
    const work = only(world.reverseFulfillmentOrders.all());
    world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: work.id, reverseDeliveryLineItems: [], trackingInput: { number: 'R1' } }));
    expect(sent(shop, 'reverse_deliveries/attach_deliverable')).toMatchObject({ return: { admin_graphql_api_id: record.id }, shipping_deliverable: { tracking: { tracking_number: 'R1' }, label: null } });
    world.change((change) => reverseFulfillmentOrderDispose(change, { dispositionInputs: [{ reverseFulfillmentOrderLineItemId: only(work.lineItems).id, quantity: 1, dispositionType: 'MISSING' }] }));
    const disposed = sent(shop, 'reverse_fulfillment_orders/dispose');
    expect(disposed).toMatchObject({ admin_graphql_api_id: work.id, total_dispositions: 1, dispositions: [{ quantity: 1, type: 'missing', location_id: null }] });
    expect(disposed && redactProtected(disposed, { level1: true, name: false, email: false, phone: false, address: false })).toEqual(disposed);
  });
});
