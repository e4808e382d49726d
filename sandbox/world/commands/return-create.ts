import type { Gid } from '#sandbox/contract.ts';
import { type ExchangeLineInput, readExchangeLines } from '../returns/read-exchange-lines.ts';
import { readReturnLines, type ReturnLineInput } from '../returns/read-return-lines.ts';
import { addReturn, refusedReturn, type ReturnAnswer } from '../returns/return-record.ts';
import { readShippingFee, type ShippingFeeInput } from '../returns/return-fees.ts';
import { userError } from '../user-error.ts';
import { type Change, stamp } from '../world.ts';

/** `ReturnInput`. */
export interface ReturnCreateInput {
  orderId: Gid;
  returnLineItems: ReturnLineInput[];
  exchangeLineItems?: ExchangeLineInput[] | null;
  returnShippingFee?: ShippingFeeInput | null;
  requestedAt?: string | null;
}

/** `returnCreate`: a return that needs no approval; it is open at once, with its reverse fulfillment orders. */
export function returnCreate(change: Change, input: ReturnCreateInput): ReturnAnswer {
  const at = 'returnInput';
  const order = change.orders.get(input.orderId);
  if (!order) return refusedReturn(userError([at, 'orderId'], 'Order was not found.', 'NOT_FOUND'));
  if (order.cancelledAt) return refusedReturn(userError([at, 'orderId'], 'Order is canceled.', 'INVALID_STATE'));
  const { lines, userErrors } = readReturnLines(change, order, input.returnLineItems, at);
  const exchanges = readExchangeLines(change, order, input.exchangeLineItems ?? [], [at], change.newId);
  const fee = input.returnShippingFee ? readShippingFee(order, input.returnShippingFee, [at]) : null;
  const wrong = [...userErrors, ...exchanges.userErrors, ...(fee && 'message' in fee ? [fee] : [])];
  if (wrong.length > 0 || (fee && 'message' in fee)) return refusedReturn(...wrong);
  const record = addReturn(change, order, 'returns/approve', {
    status: 'OPEN',
    decline: null,
    lineItems: lines,
    exchangeLineItems: exchanges.lines,
    shippingFee: fee && { id: change.newId('ReturnShippingFee'), amount: fee, charged: false },
    requestedAt: input.requestedAt ? stamp(new Date(input.requestedAt)) : null,
    requestApprovedAt: null,
    closedAt: null,
  });
  return { return: record, userErrors: [] };
}
