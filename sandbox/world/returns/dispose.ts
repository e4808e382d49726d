import type { Gid } from '#sandbox/contract.ts';
import type { DispositionType, ReverseFulfillmentLineRecord, ReverseFulfillmentOrderRecord } from '../records.ts';
import { moveStock } from '../stock.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `ReverseFulfillmentOrderDisposeInput`. */
export interface DispositionInput {
  reverseFulfillmentOrderLineItemId: Gid;
  quantity: number;
  dispositionType: DispositionType;
  locationId?: Gid | null;
}

/** What is wrong with dispositions; `field` leads to each of them. All must be of one reverse fulfillment order. */
export function refuseDispositions(change: Change, inputs: readonly DispositionInput[], at: string[], field: (index: number) => string[]): UserError[] {
  const userErrors: UserError[] = [];
  const orders = new Set<Gid>();
  const quantities = new Map<Gid, number>();
  inputs.forEach((input, index) => {
    const found = findLine(change, input.reverseFulfillmentOrderLineItemId);
    const wrong = (name: string, message: string, code: string) => void userErrors.push(userError([...field(index), name], message, code));
    if (!found) return wrong('reverseFulfillmentOrderLineItemId', 'Reverse fulfillment order line item was not found.', 'NOT_FOUND');
    const { work, line } = found;
    orders.add(work.id);
    const disposed = line.dispositions.reduce((sum, part) => sum + part.quantity, 0) + (quantities.get(line.id) ?? 0);
    quantities.set(line.id, (quantities.get(line.id) ?? 0) + input.quantity);
    if (work.status === 'CANCELED') return wrong('reverseFulfillmentOrderLineItemId', 'Reverse fulfillment order is canceled.', 'INVALID_STATE');
    if (input.quantity < 1) return wrong('quantity', 'Quantity must be greater than 0', 'GREATER_THAN');
    if (disposed + input.quantity > line.totalQuantity) return wrong('quantity', 'Quantity exceeds the quantity left to dispose.', 'INVALID');
    if (input.locationId && !change.locations.get(input.locationId)) return wrong('locationId', 'Location was not found.', 'NOT_FOUND');
    if (input.dispositionType !== 'RESTOCKED') return;
    if (variantOf(change, work, line) === null) return wrong('dispositionType', 'RESTOCKED is an invalid disposition type for a custom line item.', 'INVALID');
    if (!input.locationId) wrong('locationId', "Location can't be blank when the disposition type is RESTOCKED.", 'BLANK');
  });
  if (userErrors.length === 0 && orders.size > 1) userErrors.push(userError(at, 'Cannot dispose items from more than one reverse fulfillment order.', 'INVALID'));
  return userErrors;
}

/** Keeps checked dispositions, puts restocked units into stock, and reports each reverse fulfillment order; answers the lines. */
export function recordDispositions(change: Change, inputs: readonly DispositionInput[]): ReverseFulfillmentLineRecord[] {
  const touched = new Set<Gid>();
  for (const input of inputs) {
    const found = findLine(change, input.reverseFulfillmentOrderLineItemId);
    if (!found) continue;
    const { work, line } = found;
    const disposition = { id: change.newId('ReverseFulfillmentOrderDisposition'), type: input.dispositionType, quantity: input.quantity, locationId: input.locationId ?? null, createdAt: change.now };
    const disposed = { ...line, dispositions: [...line.dispositions, disposition] };
    change.put('reverseFulfillmentOrders', { ...work, lineItems: work.lineItems.map((row) => (row.id === line.id ? disposed : row)) });
    if (input.dispositionType === 'RESTOCKED' && input.locationId) moveStock(change, variantOf(change, work, line), input.locationId, { available: input.quantity, committed: 0 });
    touched.add(work.id);
  }
  for (const id of touched) change.emit('reverse_fulfillment_orders/dispose', id);
  const wanted = new Set(inputs.map((input) => input.reverseFulfillmentOrderLineItemId));
  return [...wanted].flatMap((id) => findLine(change, id)?.line ?? []);
}

/** A line of any reverse fulfillment order. */
export function findLine(world: Pick<Change, 'reverseFulfillmentOrders'>, id: Gid): { work: ReverseFulfillmentOrderRecord; line: ReverseFulfillmentLineRecord } | null {
  for (const work of world.reverseFulfillmentOrders.all()) {
    const line = work.lineItems.find((candidate) => candidate.id === id);
    if (line) return { work, line };
  }
  return null;
}

function variantOf(change: Change, work: ReverseFulfillmentOrderRecord, line: ReverseFulfillmentLineRecord): Gid | null {
  const shipped = change.fulfillments
    .where('order', work.orderId)
    .flatMap((fulfillment) => fulfillment.lineItems)
    .find((row) => row.id === line.fulfillmentLineItemId);
  return change.orders.get(work.orderId)?.lineItems.find((row) => row.id === shipped?.lineItemId)?.variantId ?? null;
}
