import type { RefundRecord, ReturnRecord, ReverseFulfillmentOrderRecord } from '#sandbox/world/records.ts';
import type { AdminContext } from '../context.ts';
import type { Resolver } from '../resolver.ts';
import { orderOf } from './order-access.ts';
import { typed } from './wire.ts';

const refundsOf = (record: ReturnRecord, context: AdminContext): RefundRecord[] => context.world.refunds.where('order', record.orderId).filter((refund) => refund.returnId === record.id);

/** `Return`, to be read; its life cycle is not played yet. */
export const returnFields: Record<string, Resolver> = {
  order: (record: ReturnRecord, _args, context) => orderOf(record, context),
  refunds: (record: ReturnRecord, _args, context) => refundsOf(record, context),
  returnLineItems: (record: ReturnRecord) => record.lineItems.map((line) => typed('ReturnLineItem', { ...line, orderId: record.orderId })),
  reverseFulfillmentOrders: (record: ReturnRecord, _args, { world }) => world.reverseFulfillmentOrders.where('return', record.id),
  exchangeLineItems: () => [],
  returnShippingFees: () => [],
};

/** `ReturnLineItem`; handed on with the order it belongs to. */
export const returnLineItemFields: Record<string, Resolver> = {
  fulfillmentLineItem: (line: ReturnRecord['lineItems'][number] & { orderId: string }, _args, { world }) => shippedLine(world, line.orderId, line.fulfillmentLineItemId),
  returnReasonDefinition: (line: ReturnRecord['lineItems'][number], _args, { world }) => (line.reasonDefinitionId === null ? null : world.returnReasons.get(line.reasonDefinitionId)),
  returnReasonNote: (line: ReturnRecord['lineItems'][number]) => line.reasonNote,
  processableQuantity: (line: ReturnRecord['lineItems'][number]) => line.quantity - line.processedQuantity,
  unprocessedQuantity: (line: ReturnRecord['lineItems'][number]) => line.quantity - line.processedQuantity,
  refundableQuantity: (line: ReturnRecord['lineItems'][number]) => line.quantity - line.refundedQuantity,
};

/** `ReverseFulfillmentOrder`. */
export const reverseFulfillmentOrderFields: Record<string, Resolver> = {
  order: (record: ReverseFulfillmentOrderRecord, _args, { world }) => world.orders.get(world.returns.get(record.returnId)?.orderId ?? ''),
  lineItems: (record: ReverseFulfillmentOrderRecord, _args, { world }) => {
    const orderId = world.returns.get(record.returnId)?.orderId ?? '';
    return record.lineItems.map((line) => ({ ...line, fulfillmentLineItem: shippedLine(world, orderId, line.fulfillmentLineItemId) }));
  },
  reverseDeliveries: () => [],
  thirdPartyConfirmation: () => null,
};

/** A line of any fulfillment of an order, as `FulfillmentLineItem`. */
function shippedLine(world: AdminContext['world'], orderId: string, lineId: string) {
  const line = world.fulfillments
    .where('order', orderId)
    .flatMap((record) => record.lineItems)
    .find((candidate) => candidate.id === lineId);
  return line ? { ...line, orderId } : null;
}
