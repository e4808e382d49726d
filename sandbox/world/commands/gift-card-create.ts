import { randomBytes } from 'node:crypto';
import type { Gid } from '#sandbox/contract.ts';
import { parseMoney } from '../money.ts';
import type { MoneyInput } from '../money-input.ts';
import type { GiftCardRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `GiftCardCreateInput`, as far as the sandbox honours it. */
export interface GiftCardCreateInput {
  initialAmount?: MoneyInput | null;
  code?: string | null;
  customerId?: Gid | null;
  note?: string | null;
  expiresOn?: string | null;
}

/** `giftCardCreate`: the code is answered here and never again. */
export function giftCardCreate(change: Change, input: GiftCardCreateInput): { giftCard: GiftCardRecord | null; giftCardCode: string | null; userErrors: UserError[] } {
  const refused = (field: string, message: string, code: string) => ({ giftCard: null, giftCardCode: null, userErrors: [userError(['input', field], message, code)] });
  const code = input.code?.toLowerCase() ?? randomBytes(8).toString('hex');
  if (!input.initialAmount) return refused('initialAmount', "Initial amount can't be blank", 'MISSING_ARGUMENT');
  const value = parseMoney(input.initialAmount.amount, input.initialAmount.currencyCode);
  if (!value || value.minor <= 0) return refused('initialAmount', 'Initial amount must be greater than 0', 'GREATER_THAN');
  if (code.length < 8) return refused('code', 'Code is too short (minimum is 8 characters)', 'TOO_SHORT');
  if (code.length > 20) return refused('code', 'Code is too long (maximum is 20 characters)', 'TOO_LONG');
  if (!/^[a-z0-9]+$/.test(code)) return refused('code', 'Code can only contain letters and numbers', 'INVALID');
  if ([...change.giftCards.all()].some((card) => card.code === code)) return refused('code', 'Code has already been taken', 'TAKEN');
  if (input.customerId && !change.customers.get(input.customerId)) return refused('customerId', 'The customer could not be found.', 'CUSTOMER_NOT_FOUND');
  const giftCard: GiftCardRecord = {
    id: change.newId('GiftCard'),
    code,
    customerId: input.customerId ?? null,
    initialValue: value,
    balance: value,
    note: input.note ?? null,
    expiresOn: input.expiresOn ?? null,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('giftCards', giftCard);
  return { giftCard, giftCardCode: code, userErrors: [] };
}
