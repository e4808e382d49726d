import type { Gid } from '#sandbox/contract.ts';
import type { ReturnRecord } from '../records.ts';
import { invalidState, refusedReturn, type ReturnAnswer, returnNotFound, saveReturn } from '../returns/return-record.ts';
import { userError } from '../user-error.ts';
import type { Change } from '../world.ts';

const FIELD = ['input', 'id'];
const LONGEST_NOTE = 500;

/** `returnDeclineRequest`: the request is answered with no, and its units may be returned in another one. */
export function returnDeclineRequest(change: Change, input: { id: Gid; declineReason: NonNullable<ReturnRecord['decline']>['reason']; declineNote?: string | null }): ReturnAnswer {
  const before = change.returns.get(input.id);
  if (!before) return returnNotFound(FIELD);
  if (before.status === 'DECLINED') return invalidState(FIELD, 'The return is already declined.');
  if (before.status !== 'REQUESTED') return invalidState(FIELD, 'Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.');
  const note = input.declineNote ?? null;
  if ((note?.length ?? 0) > LONGEST_NOTE) return refusedReturn(userError(['input', 'declineNote'], `Decline note is too long (maximum is ${LONGEST_NOTE} characters)`, 'TOO_LONG'));
  return saveReturn(change, { ...before, status: 'DECLINED', decline: { reason: input.declineReason, note } }, 'returns/decline');
}
