import type { Gid } from '#sandbox/contract.ts';
import { gidType } from '../gid.ts';
import { parseMoney } from '../money.ts';
import type { MoneyInput } from '../money-input.ts';
import type { StoreCreditAccountRecord, StoreCreditTransactionRecord } from '../records.ts';
import { creditAccountOf, putCredit } from '../store-credit.ts';
import { type UserError, userError } from '../user-error.ts';
import { type Change, type Reading, stamp } from '../world.ts';

/** What both store credit mutations answer. */
export interface StoreCreditAnswer {
  storeCreditAccountTransaction: (StoreCreditTransactionRecord & { account: StoreCreditAccountRecord }) | null;
  userErrors: UserError[];
}

/** `storeCreditAccountCredit`: to an account or to a customer, who gets an account if there is none in the currency. */
export function storeCreditAccountCredit(change: Change, input: { id: Gid; creditInput: { creditAmount: MoneyInput; expiresAt?: string | null } }): StoreCreditAnswer {
  const { creditAmount, expiresAt } = input.creditInput;
  const amount = parseMoney(creditAmount.amount, creditAmount.currencyCode);
  const field = (...names: string[]) => ['creditInput', ...names];
  const owner = ownerOf(change, input.id, creditAmount.currencyCode);
  if (owner.userErrors) return refusedCredit(...owner.userErrors);
  if (!amount || amount.minor <= 0) return refusedCredit(userError(field('creditAmount', 'amount'), 'A positive amount must be used to credit a store credit account', 'NEGATIVE_OR_ZERO_AMOUNT'));
  if (owner.account && owner.account.balance.currency !== amount.currency) return refusedCredit(mismatch(field('creditAmount', 'currencyCode')));
  if (!change.shop.presentmentCurrencies.includes(amount.currency)) return refusedCredit(userError(field('creditAmount', 'currencyCode'), 'Currency is not supported', 'UNSUPPORTED_CURRENCY'));
  if (expiresAt && Date.parse(expiresAt) <= Date.parse(change.now)) return refusedCredit(userError(field('expiresAt'), 'Expires at must be in the future', 'EXPIRES_AT_IN_PAST'));
  const { account, transaction } = putCredit(change, owner.customerId, amount, { event: 'ADJUSTMENT', expiresAt: expiresAt ? stamp(new Date(expiresAt)) : null, originId: null });
  return { storeCreditAccountTransaction: { ...transaction, account }, userErrors: [] };
}

/** The account an id stands for: itself, or its owner's in a currency. */
export function ownerOf(
  world: Reading,
  id: Gid,
  currency: string,
): { customerId: Gid; account: StoreCreditAccountRecord | null; userErrors?: undefined } | { userErrors: UserError[] } {
  if (gidType(id) === 'Customer') {
    if (!world.customers.get(id)) return { userErrors: [userError(['id'], 'Owner does not exist', 'OWNER_NOT_FOUND')] };
    return { customerId: id, account: creditAccountOf(world, id, currency) };
  }
  const account = world.storeCreditAccounts.get(id);
  if (!account) return { userErrors: [userError(['id'], 'Store credit account does not exist', 'ACCOUNT_NOT_FOUND')] };
  return { customerId: account.customerId, account };
}

/** A refusal of a store credit mutation. */
export function refusedCredit(...userErrors: UserError[]): StoreCreditAnswer {
  return { storeCreditAccountTransaction: null, userErrors };
}

/** The account has another currency. */
export function mismatch(field: string[]): UserError {
  return userError(field, 'The currency provided does not match the currency of the store credit account', 'MISMATCHING_CURRENCY');
}
