import type { Gid } from '#sandbox/contract.ts';
import { readReturnLines, type ReturnLineInput } from '../returns/read-return-lines.ts';
import { readShippingFee, type ShippingFeeInput } from '../returns/return-fees.ts';
import { addReturn, refusedReturn, type ReturnAnswer } from '../returns/return-record.ts';
import { userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `ReturnRequestInput`. */
export interface ReturnRequestInput {
  orderId: Gid;
  returnLineItems: ReturnLineInput[];
  returnShippingFee?: ShippingFeeInput | null;
}

/** `returnRequest`: a customer's wish that waits for the merchant; it has no exchange lines and no reverse fulfillment orders. */
export function returnRequest(change: Change, input: ReturnRequestInput): ReturnAnswer {
  const at = 'input';
  const order = change.orders.get(input.orderId);
  if (!order) return refusedReturn(userError([at, 'orderId'], 'Order was not found.', 'NOT_FOUND'));
  if (order.cancelledAt) return refusedReturn(userError([at, 'orderId'], 'Order is canceled.', 'INVALID_STATE'));
  const { lines, userErrors } = readReturnLines(change, order, input.returnLineItems, at);
  const fee = input.returnShippingFee ? readShippingFee(order, input.returnShippingFee, [at]) : null;
  if (fee && 'message' in fee) return refusedReturn(...userErrors, fee);
  if (userErrors.length > 0) return refusedReturn(...userErrors);
  const record = addReturn(change, order, 'returns/request', {
    status: 'REQUESTED',
    decline: null,
    lineItems: lines,
    exchangeLineItems: [],
    shippingFee: fee && { id: change.newId('ReturnShippingFee'), amount: fee, charged: false },
    requestedAt: change.now,
    requestApprovedAt: null,
    closedAt: null,
  });
  return { return: record, userErrors: [] };
}
