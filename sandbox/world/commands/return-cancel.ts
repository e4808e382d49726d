import type { Gid } from '#sandbox/contract.ts';
import { invalidState, isWorkedOn, markReverseFulfillmentOrders, type ReturnAnswer, returnNotFound, saveReturn } from '../returns/return-record.ts';
import type { Change } from '../world.ts';

/** `returnCancel`: only before anybody has worked on it; a cancelled return stays as it is. */
export function returnCancel(change: Change, input: { id: Gid }): ReturnAnswer {
  const before = change.returns.get(input.id);
  if (!before) return returnNotFound(['id']);
  if (before.status === 'CANCELED') return { return: before, userErrors: [] };
  const early = before.status === 'OPEN' || before.status === 'REQUESTED';
  if (!early || isWorkedOn(change, before)) return invalidState(['id'], 'Return is not cancelable.');
  markReverseFulfillmentOrders(change, before.id, 'CANCELED');
  return saveReturn(change, { ...before, status: 'CANCELED' }, 'returns/cancel');
}
