import type { Gid } from '#sandbox/contract.ts';
import type { ReverseDeliveryRecord } from '../records.ts';
import { findLine } from '../returns/dispose.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `ReverseDeliveryTrackingInput`. */
export interface ReverseTrackingInput {
  number?: string | null;
  url?: string | null;
}

/** The arguments of `reverseDeliveryCreateWithShipping`. */
export interface ReverseDeliveryCreateInput {
  reverseFulfillmentOrderId: Gid;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: Gid; quantity: number }[];
  trackingInput?: ReverseTrackingInput | null;
  labelInput?: { fileUrl: string } | null;
}

/** What both reverse delivery mutations answer. */
export interface ReverseDeliveryAnswer {
  reverseDelivery: ReverseDeliveryRecord | null;
  userErrors: UserError[];
}

/** `reverseDeliveryCreateWithShipping`: a parcel from the customer; without lines it carries everything. */
export function reverseDeliveryCreateWithShipping(change: Change, input: ReverseDeliveryCreateInput): ReverseDeliveryAnswer {
  const work = change.reverseFulfillmentOrders.get(input.reverseFulfillmentOrderId);
  const refused = (...userErrors: UserError[]): ReverseDeliveryAnswer => ({ reverseDelivery: null, userErrors });
  if (!work) return refused(userError(['reverseFulfillmentOrderId'], 'Reverse fulfillment order was not found.', 'NOT_FOUND'));
  if (work.status !== 'OPEN') return refused(userError(['reverseFulfillmentOrderId'], 'Reverse fulfillment order is not open.', 'INVALID_STATE'));
  const wanted = input.reverseDeliveryLineItems.length > 0 ? input.reverseDeliveryLineItems : work.lineItems.map((line) => ({ reverseFulfillmentOrderLineItemId: line.id, quantity: line.totalQuantity }));
  const userErrors = refuseLines(change, work.id, wanted);
  if (userErrors.length > 0) return refused(...userErrors);
  const record: ReverseDeliveryRecord = {
    id: change.newId('ReverseDelivery'),
    orderId: work.orderId,
    returnId: work.returnId,
    reverseFulfillmentOrderId: work.id,
    lineItems: wanted.map((row) => ({ id: change.newId('ReverseDeliveryLineItem'), ...row })),
    tracking: readReverseTracking(input.trackingInput),
    label: input.labelInput ? { publicFileUrl: input.labelInput.fileUrl, createdAt: change.now, updatedAt: change.now } : null,
  };
  change.put('reverseDeliveries', record);
  if (record.tracking || record.label) change.emit('reverse_deliveries/attach_deliverable', record.id);
  return { reverseDelivery: record, userErrors: [] };
}

/** Tracking as it is kept. Shopify tells the carrier by the number; here it is not told. */
export function readReverseTracking(input: ReverseTrackingInput | null | undefined): ReverseDeliveryRecord['tracking'] {
  if (!input || (!input.number && !input.url)) return null;
  return { carrierName: null, number: input.number ?? null, url: input.url ?? null };
}

function refuseLines(change: Change, workId: Gid, wanted: ReverseDeliveryCreateInput['reverseDeliveryLineItems']): UserError[] {
  const seen = new Set<Gid>();
  return wanted.flatMap((row, index) => {
    const field = (name: string) => ['reverseDeliveryLineItems', String(index), name];
    const found = findLine(change, row.reverseFulfillmentOrderLineItemId);
    if (!found || found.work.id !== workId) return [userError(field('reverseFulfillmentOrderLineItemId'), 'Reverse fulfillment order line item was not found.', 'NOT_FOUND')];
    if (seen.has(found.line.id)) return [userError(field('reverseFulfillmentOrderLineItemId'), 'Reverse fulfillment order line item is named twice.', 'INVALID')];
    seen.add(found.line.id);
    if (row.quantity < 1) return [userError(field('quantity'), 'Quantity must be greater than 0', 'GREATER_THAN')];
    const before = change.reverseDeliveries.where('reverseFulfillmentOrder', workId).flatMap((record) => record.lineItems);
    const sent = before.filter((line) => line.reverseFulfillmentOrderLineItemId === found.line.id).reduce((sum, line) => sum + line.quantity, 0);
    return sent + row.quantity > found.line.totalQuantity ? [userError(field('quantity'), 'cannot deliver more items than are returned')] : [];
  });
}
