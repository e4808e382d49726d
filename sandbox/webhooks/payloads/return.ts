import { numericId } from '../../world/gid.ts';
import type { World } from '../../world/index.ts';
import type { OrderRecord, ReturnLineRecord, ReturnRecord, ReverseDeliveryRecord, ReverseFulfillmentOrderRecord } from '../../world/records.ts';
import { fulfillableQuantities, linePayload } from './lines.ts';
import { ids, moneySet, numberOf, type Payload, type Times } from './write.ts';

/** A return as its topic reports it: whole when it begins, by its state afterwards. */
export function returnPayload(topic: string, record: ReturnRecord, order: OrderRecord, world: World): Payload {
  const status = record.status.toLowerCase();
  if (topic === 'returns/decline') {
    const { decline } = record;
    return { ...ids(record.id), order: ids(order.id), status, decline: decline && { reason: decline.reason.toLowerCase(), note: decline.note } };
  }
  if (topic !== 'returns/request' && topic !== 'returns/approve') return { ...ids(record.id), order_id: numericId(order.id), status };
  return {
    ...ids(record.id),
    name: record.name,
    status,
    order: ids(order.id),
    total_return_line_items: record.lineItems.length,
    return_line_items: record.lineItems.map((line) => returnLinePayload(line, order, world)),
    total_exchange_line_items: record.exchangeLineItems.length,
    exchange_line_items: record.exchangeLineItems.map((line) => ({ ...ids(line.id), line_item: null })),
    return_shipping_fees: record.shippingFee ? [{ ...ids(record.shippingFee.id), price: moneySet(record.shippingFee.amount) }] : [],
  };
}

function returnLinePayload(line: ReturnLineRecord, order: OrderRecord, world: World): Payload {
  const sold = order.lineItems.find(({ id }) => id === line.lineItemId);
  const fulfillable = fulfillableQuantities(world.fulfillmentOrders.where('order', order.id));
  return {
    ...ids(line.id),
    quantity: line.quantity,
    fulfillment_line_item: { ...ids(line.fulfillmentLineItemId), line_item: sold ? linePayload(sold, order, fulfillable.get(sold.id) ?? 0) : null },
    return_reason: world.returnReasons.get(line.reasonDefinitionId)?.handle ?? null,
    return_reason_note: line.reasonNote,
    customer_note: line.customerNote,
    restocking_fee: line.restockingFee ? { ...ids(line.restockingFee.id), percentage: line.restockingFee.percentage, price: moneySet(line.restockingFee.amount) } : null,
  };
}

/** How a parcel from the customer is followed. */
export function reverseDeliveryPayload(record: ReverseDeliveryRecord, times: Times): Payload {
  const { tracking, label } = record;
  return {
    ...ids(record.id),
    return: ids(record.returnId),
    shipping_deliverable: {
      tracking: tracking && { carrier_name: tracking.carrierName, tracking_number: tracking.number, tracking_url: tracking.url },
      label: label && { public_file_url: label.publicFileUrl, created_at: times.at(label.createdAt), updated_at: times.at(label.updatedAt) },
    },
  };
}

/** What became of the units of a return at one location. */
export function reverseFulfillmentOrderPayload(record: ReverseFulfillmentOrderRecord): Payload {
  const dispositions = record.lineItems.flatMap((line) =>
    line.dispositions.map((row) => ({
      ...ids(row.id),
      quantity: row.quantity,
      type: row.type.toLowerCase(),
      location_id: numberOf(row.locationId),
      reverse_fulfillment_order_line_item: { ...ids(line.id), fulfillment_line_item: ids(line.fulfillmentLineItemId) },
    })),
  );
  return { ...ids(record.id), total_dispositions: dispositions.length, dispositions };
}
