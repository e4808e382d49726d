import type { Gid } from '#sandbox/contract.ts';
import { invalidState, markReverseFulfillmentOrders, type ReturnAnswer, returnNotFound, saveReturn } from '../returns/return-record.ts';
import type { Change } from '../world.ts';

/** `returnClose`: nothing more is expected; a closed return stays as it is. */
export function returnClose(change: Change, input: { id: Gid }): ReturnAnswer {
  const before = change.returns.get(input.id);
  if (!before) return returnNotFound(['id']);
  if (before.status === 'CLOSED') return { return: before, userErrors: [] };
  if (before.status !== 'OPEN') return invalidState(['id']);
  markReverseFulfillmentOrders(change, before.id, 'CLOSED');
  return saveReturn(change, { ...before, status: 'CLOSED', closedAt: change.now }, 'returns/close');
}
