import type { Gid } from '#sandbox/contract.ts';
import { numericId } from '../gid.ts';
import type { OrderRecord, ReturnLineRecord, ReturnRecord } from '../records.ts';
import { restockingFee } from '../returns/return-fees.ts';
import { invalidState, markReverseFulfillmentOrders, refusedReturn, type ReturnAnswer, returnNotFound, saveReturn } from '../returns/return-record.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** The arguments of `removeFromReturn`. */
export interface RemoveFromReturnInput {
  returnId: Gid;
  returnLineItems?: { returnLineItemId: Gid; quantity: number }[] | null;
  exchangeLineItems?: { exchangeLineItemId: Gid; quantity: number }[] | null;
}

/** `removeFromReturn`: units that are not processed leave the return; without any left it is closed. */
export function removeFromReturn(change: Change, input: RemoveFromReturnInput): ReturnAnswer {
  const before = change.returns.get(input.returnId);
  const order = before && change.orders.get(before.orderId);
  if (!before || !order) return returnNotFound(['returnId']);
  const left = [...before.lineItems, ...before.exchangeLineItems].some((line) => line.processedQuantity < line.quantity);
  if ((before.status !== 'OPEN' && before.status !== 'REQUESTED') || !left) return invalidState(['returnId']);
  const returned = new Map((input.returnLineItems ?? []).map((row) => [row.returnLineItemId, row.quantity]));
  const exchanged = new Map((input.exchangeLineItems ?? []).map((row) => [row.exchangeLineItemId, row.quantity]));
  const userErrors = [...refuse(before.lineItems, input.returnLineItems ?? [], 'returnLineItem'), ...refuse(before.exchangeLineItems, input.exchangeLineItems ?? [], 'exchangeLineItem')];
  if (returned.size + exchanged.size === 0) userErrors.push(userError(null, "Return line items can't be blank", 'BLANK'));
  if (userErrors.length > 0) return refusedReturn(...userErrors);
  shrinkReverseFulfillmentOrders(change, before.id, returned);
  const lineItems = before.lineItems.flatMap((line) => fewer(order, line, returned.get(line.id) ?? 0));
  const exchangeLineItems = before.exchangeLineItems.map((line) => ({ ...line, quantity: line.quantity - (exchanged.get(line.id) ?? 0) })).filter((line) => line.quantity > 0);
  const empty = lineItems.length === 0 && exchangeLineItems.length === 0;
  if (empty) markReverseFulfillmentOrders(change, before.id, 'CLOSED');
  const record: ReturnRecord = { ...before, lineItems, exchangeLineItems, ...(empty ? { status: 'CLOSED', closedAt: change.now } : {}) };
  return saveReturn(change, record, 'returns/update', updateBody(before, record, returned));
}

function refuse(lines: readonly { id: Gid; quantity: number; processedQuantity: number }[], rows: readonly Record<string, Gid | number>[], kind: 'exchangeLineItem' | 'returnLineItem'): UserError[] {
  const word = kind === 'returnLineItem' ? 'Return line item' : 'Exchange line item';
  return rows.flatMap((row, index) => {
    const field = (name: string) => [`${kind}s`, String(index), name];
    const quantity = Number(row['quantity']);
    const line = lines.find((candidate) => candidate.id === row[`${kind}Id`]);
    if (quantity < 1) return [userError(null, 'Quantity must be greater than 0', 'GREATER_THAN')];
    if (!line) return [userError(field(`${kind}Id`), `${word} was not found.`, 'NOT_FOUND')];
    return quantity > line.quantity - line.processedQuantity ? [userError(field('quantity'), `${word} has an invalid quantity.`, 'INVALID')] : [];
  });
}

function fewer(order: OrderRecord, line: ReturnLineRecord, by: number): ReturnLineRecord[] {
  const quantity = line.quantity - by;
  if (quantity === 0) return [];
  const sold = order.lineItems.find((candidate) => candidate.id === line.lineItemId);
  const fee = line.restockingFee && sold ? { ...line.restockingFee, amount: restockingFee(sold, quantity, line.restockingFee.percentage) } : null;
  return [{ ...line, quantity, restockingFee: by === 0 ? line.restockingFee : fee }];
}

function shrinkReverseFulfillmentOrders(change: Change, returnId: Gid, returned: ReadonlyMap<Gid, number>): void {
  for (const work of change.reverseFulfillmentOrders.where('return', returnId)) {
    const lineItems = work.lineItems.map((line) => ({ ...line, totalQuantity: line.totalQuantity - (returned.get(line.returnLineItemId) ?? 0) })).filter((line) => line.totalQuantity > 0);
    change.put('reverseFulfillmentOrders', { ...work, lineItems });
  }
}

function updateBody(before: ReturnRecord, after: ReturnRecord, returned: ReadonlyMap<Gid, number>): Record<string, unknown> {
  const fees = before.lineItems.filter((line) => line.restockingFee && returned.has(line.id));
  const kept = (line: ReturnLineRecord) => after.lineItems.some((other) => other.id === line.id);
  const named = (line: ReturnLineRecord) => ({ id: numericId(line.restockingFee?.id ?? line.id), admin_graphql_api_id: line.restockingFee?.id });
  return {
    admin_graphql_api_id: after.id,
    return_line_items: { removals: [...returned].map(([id, quantity]) => ({ admin_graphql_api_id: id, delta: quantity })) },
    restocking_fees: { updates: fees.filter(kept).map(named), removals: fees.filter((line) => !kept(line)).map(named) },
    return_shipping_fees: { updates: [], removals: [] },
  };
}
