import type { Gid } from '#sandbox/contract.ts';
import { invalidState, openReverseFulfillmentOrders, type ReturnAnswer, returnNotFound, saveReturn } from '../returns/return-record.ts';
import type { Change } from '../world.ts';

const FIELD = ['input', 'id'];

/** `returnApproveRequest`: the request becomes an open return with its reverse fulfillment orders. */
export function returnApproveRequest(change: Change, input: { id: Gid }): ReturnAnswer {
  const before = change.returns.get(input.id);
  if (!before) return returnNotFound(FIELD);
  if (before.status !== 'REQUESTED') return invalidState(FIELD, 'Return is not approvable. Only returns with status REQUESTED can be approved.');
  const record = { ...before, status: 'OPEN' as const, requestApprovedAt: change.now };
  openReverseFulfillmentOrders(change, record);
  return saveReturn(change, record, 'returns/approve');
}
