import type { ReverseFulfillmentLineRecord } from '../records.ts';
import { type DispositionInput, recordDispositions, refuseDispositions } from '../returns/dispose.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

const FIELD = 'dispositionInputs';

/** `reverseFulfillmentOrderDispose`: what became of units that came back; all of one reverse fulfillment order. */
export function reverseFulfillmentOrderDispose(change: Change, input: { dispositionInputs: DispositionInput[] }): { reverseFulfillmentOrderLineItems: ReverseFulfillmentLineRecord[] | null; userErrors: UserError[] } {
  const userErrors =
    input.dispositionInputs.length === 0
      ? [userError([FIELD], "Disposition inputs can't be blank", 'BLANK')]
      : refuseDispositions(change, input.dispositionInputs, [FIELD], (index) => [FIELD, String(index)]);
  if (userErrors.length > 0) return { reverseFulfillmentOrderLineItems: null, userErrors };
  return { reverseFulfillmentOrderLineItems: recordDispositions(change, input.dispositionInputs), userErrors: [] };
}
