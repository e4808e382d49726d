import type { DispositionRecord, ReverseDeliveryRecord, ReverseFulfillmentLineRecord, ReverseFulfillmentOrderRecord } from '#sandbox/world/records.ts';
import { findLine } from '#sandbox/world/returns/dispose.ts';
import type { AdminContext } from '../context.ts';
import type { Resolver } from '../resolver.ts';
import { orderOf } from './order-access.ts';
import { typed } from './wire.ts';

type WorkLine = ReverseFulfillmentLineRecord & { orderId: string };

/** `ReverseFulfillmentOrder`. */
export const reverseFulfillmentOrderFields: Record<string, Resolver> = {
  order: (record: ReverseFulfillmentOrderRecord, _args, context) => orderOf(record, context),
  lineItems: (record: ReverseFulfillmentOrderRecord): WorkLine[] => record.lineItems.map((line) => ({ ...line, orderId: record.orderId })),
  reverseDeliveries: (record: ReverseFulfillmentOrderRecord, _args, { world }) => world.reverseDeliveries.where('reverseFulfillmentOrder', record.id),
  thirdPartyConfirmation: () => null,
};

/** `ReverseFulfillmentOrderLineItem`; handed on with the order it belongs to. */
export const reverseFulfillmentLineFields: Record<string, Resolver> = {
  fulfillmentLineItem: (line: ReverseFulfillmentLineRecord, _args, { world }) => {
    const work = findLine(world, line.id)?.work;
    return work ? shippedLine(world, work.orderId, line.fulfillmentLineItemId) : null;
  },
};

/** `ReverseFulfillmentOrderDisposition`. */
export const dispositionFields: Record<string, Resolver> = {
  location: (row: DispositionRecord, _args, { world }) => (row.locationId === null ? null : world.locations.get(row.locationId)),
};

/** `ReverseDelivery`. */
export const reverseDeliveryFields: Record<string, Resolver> = {
  reverseFulfillmentOrder: (record: ReverseDeliveryRecord, _args, { world }) => world.reverseFulfillmentOrders.get(record.reverseFulfillmentOrderId),
  deliverable: (record: ReverseDeliveryRecord) => (record.tracking || record.label ? typed('ReverseDeliveryShippingDeliverable', { tracking: record.tracking, label: record.label }) : null),
  reverseDeliveryLineItems: (record: ReverseDeliveryRecord) => record.lineItems,
};

/** `ReverseDeliveryLineItem`. */
export const reverseDeliveryLineFields: Record<string, Resolver> = {
  reverseFulfillmentOrderLineItem: (line: ReverseDeliveryRecord['lineItems'][number], _args, { world }) => findLine(world, line.reverseFulfillmentOrderLineItemId)?.line,
  dispositions: (line: ReverseDeliveryRecord['lineItems'][number], _args, { world }) => findLine(world, line.reverseFulfillmentOrderLineItemId)?.line.dispositions ?? [],
};

/** A line of any fulfillment of an order, as `FulfillmentLineItem`. */
export function shippedLine(world: AdminContext['world'], orderId: string, lineId: string) {
  const line = world.fulfillments
    .where('order', orderId)
    .flatMap((record) => record.lineItems)
    .find((candidate) => candidate.id === lineId);
  return line ? { ...line, orderId } : null;
}
