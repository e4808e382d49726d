import type { Gid } from '#sandbox/contract.ts';
import { parseMoney } from '../money.ts';
import type { MoneyInput } from '../money-input.ts';
import { takeCredit } from '../store-credit.ts';
import { userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { mismatch, ownerOf, refusedCredit, type StoreCreditAnswer } from './store-credit-account-credit.ts';

/** `storeCreditAccountDebit`: never more than is on the account. */
export function storeCreditAccountDebit(change: Change, input: { id: Gid; debitInput: { debitAmount: MoneyInput } }): StoreCreditAnswer {
  const { debitAmount } = input.debitInput;
  const amount = parseMoney(debitAmount.amount, debitAmount.currencyCode);
  const field = (name: string) => ['debitInput', 'debitAmount', name];
  const owner = ownerOf(change, input.id, debitAmount.currencyCode);
  if (owner.userErrors) return refusedCredit(...owner.userErrors);
  if (!owner.account) return refusedCredit(userError(['id'], 'Store credit account does not exist', 'ACCOUNT_NOT_FOUND'));
  if (!amount || amount.minor <= 0) return refusedCredit(userError(field('amount'), 'A positive amount must be used to debit a store credit account', 'NEGATIVE_OR_ZERO_AMOUNT'));
  if (owner.account.balance.currency !== amount.currency) return refusedCredit(mismatch(field('currencyCode')));
  if (amount.minor > owner.account.balance.minor) return refusedCredit(userError(field('amount'), 'The store credit account does not have sufficient funds to satisfy the request', 'INSUFFICIENT_FUNDS'));
  const { account, transaction } = takeCredit(change, owner.account, amount);
  return { storeCreditAccountTransaction: { ...transaction, account }, userErrors: [] };
}
