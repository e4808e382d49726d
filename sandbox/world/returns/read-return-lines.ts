import type { Gid } from '#sandbox/contract.ts';
import type { OrderRecord, ReturnLineRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { restockingFee } from './return-fees.ts';
import { returnableOfLine, returnableQuantity, type Shipped, shippedLines } from './returnable.ts';

/** `ReturnLineItemInput` and `ReturnRequestLineItemInput`. */
export interface ReturnLineInput {
  fulfillmentLineItemId: Gid;
  quantity: number;
  returnReasonDefinitionId?: Gid | null;
  returnReasonNote?: string | null;
  customerNote?: string | null;
  restockingFee?: { percentage: number } | null;
}

const LONGEST = { returnReasonNote: 255, customerNote: 300 } as const;

/** The lines of a new return; `at` is the mutation's input argument. A line that is named twice counts twice. */
export function readReturnLines(change: Change, order: OrderRecord, inputs: readonly ReturnLineInput[], at: 'input' | 'returnInput'): { lines: ReturnLineRecord[]; userErrors: UserError[] } {
  const all = shippedLines(change, order);
  const claimed = new Map<Gid, number>();
  const lines: ReturnLineRecord[] = [];
  const userErrors: UserError[] = [];
  if (inputs.length === 0) userErrors.push(userError([at, 'returnLineItems'], "Return line items can't be blank", 'BLANK'));
  inputs.forEach((input, index) => {
    const field = (...names: string[]) => [at, 'returnLineItems', String(index), ...names];
    const found = all.find(({ shipped }) => shipped.id === input.fulfillmentLineItemId);
    if (!found) return void userErrors.push(userError(field('fulfillmentLineItemId'), 'Fulfillment Line Item was not found.', 'NOT_FOUND'));
    const ofLine = count(claimed, found.line.id, input.quantity);
    const ofParcel = count(claimed, found.shipped.id, input.quantity);
    const tooMany = ofParcel > returnableQuantity(change, found) || ofLine > returnableOfLine(change, found.line);
    const wrong = reasonError(change, input, at, field) ?? noteError(input, field) ?? feeError(input, field);
    if (input.quantity < 1 || tooMany) userErrors.push(userError(field('quantity'), 'Return line item has an invalid quantity.', 'INVALID'));
    else if (wrong) userErrors.push(wrong);
    else lines.push(newLine(change, found, input));
  });
  return { lines, userErrors };
}

function count(claimed: Map<Gid, number>, id: Gid, quantity: number): number {
  const together = quantity + (claimed.get(id) ?? 0);
  claimed.set(id, together);
  return together;
}

/** The two mutations say a missing reason in different words. */
function reasonError(change: Change, input: ReturnLineInput, at: 'input' | 'returnInput', field: (...names: string[]) => string[]): UserError | null {
  if (!input.returnReasonDefinitionId) {
    return at === 'input'
      ? userError(field('returnReason'), "Return reason can't be blank", 'BLANK')
      : userError(field(), 'Either return reason or return reason definition must be provided', 'NOT_FOUND');
  }
  if (change.returnReasons.get(input.returnReasonDefinitionId)) return null;
  return userError(field('returnReasonDefinitionId'), 'Return reason definition was not found.', 'NOT_FOUND');
}

function noteError(input: ReturnLineInput, field: (...names: string[]) => string[]): UserError | null {
  for (const name of ['returnReasonNote', 'customerNote'] as const) {
    if ((input[name]?.length ?? 0) > LONGEST[name]) return userError(field(name), `is too long (maximum is ${LONGEST[name]} characters)`, 'TOO_LONG');
  }
  return null;
}

function feeError(input: ReturnLineInput, field: (...names: string[]) => string[]): UserError | null {
  const percentage = input.restockingFee?.percentage ?? 0;
  return percentage < 0 || percentage > 100 ? userError(field('restockingFee', 'percentage'), 'Restocking fee percentage must be between 0 and 100', 'INVALID') : null;
}

function newLine(change: Change, { shipped, line }: Shipped, input: ReturnLineInput): ReturnLineRecord {
  const percentage = input.restockingFee?.percentage ?? 0;
  return {
    id: change.newId('ReturnLineItem'),
    fulfillmentLineItemId: shipped.id,
    lineItemId: line.id,
    quantity: input.quantity,
    processedQuantity: 0,
    refundedQuantity: 0,
    reasonDefinitionId: input.returnReasonDefinitionId ?? '',
    reasonNote: input.returnReasonNote ?? '',
    customerNote: input.customerNote ?? null,
    restockingFee: percentage > 0 ? { id: change.newId('RestockingFee'), percentage, amount: restockingFee(line, input.quantity, percentage) } : null,
  };
}
