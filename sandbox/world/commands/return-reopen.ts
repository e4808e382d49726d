import type { Gid } from '#sandbox/contract.ts';
import { invalidState, markReverseFulfillmentOrders, type ReturnAnswer, returnNotFound, saveReturn } from '../returns/return-record.ts';
import type { Change } from '../world.ts';

/** `returnReopen`: a closed return goes on; an open one stays as it is. */
export function returnReopen(change: Change, input: { id: Gid }): ReturnAnswer {
  const before = change.returns.get(input.id);
  if (!before) return returnNotFound(['id']);
  if (before.status === 'OPEN') return { return: before, userErrors: [] };
  if (before.status !== 'CLOSED') return invalidState(['id']);
  markReverseFulfillmentOrders(change, before.id, 'OPEN');
  return saveReturn(change, { ...before, status: 'OPEN', closedAt: null }, 'returns/reopen');
}
