import type { Gid } from '#sandbox/contract.ts';
import { money } from './money.ts';
import type { Money, StoreCreditAccountRecord, StoreCreditTransactionRecord } from './records.ts';
import type { Change, Reading } from './world.ts';

/** A customer's account in a currency, if there is one. */
export function creditAccountOf(world: Reading, customerId: Gid, currency: string): StoreCreditAccountRecord | null {
  return world.storeCreditAccounts.where('customer', customerId).find((account) => account.balance.currency === currency) ?? null;
}

/** Puts money on a customer's account, which is opened by the first credit in its currency. */
export function putCredit(
  change: Change,
  customerId: Gid,
  amount: Money,
  why: Pick<StoreCreditTransactionRecord, 'event' | 'expiresAt' | 'originId'>,
): { account: StoreCreditAccountRecord; transaction: StoreCreditTransactionRecord } {
  const before = creditAccountOf(change, customerId, amount.currency) ?? { id: change.newId('StoreCreditAccount'), customerId, balance: money(0, amount.currency), transactions: [] };
  const balance = money(before.balance.minor + amount.minor, amount.currency);
  const transaction: StoreCreditTransactionRecord = {
    id: change.newId('StoreCreditAccountCreditTransaction'),
    kind: 'CREDIT',
    amount,
    balanceAfter: balance,
    remaining: amount,
    createdAt: change.now,
    ...why,
  };
  const account = { ...before, balance, transactions: [...before.transactions, transaction] };
  change.put('storeCreditAccounts', account);
  return { account, transaction };
}

/** Takes money off an account, from the credits that expire first; the caller has checked that there is enough. */
export function takeCredit(change: Change, before: StoreCreditAccountRecord, amount: Money): { account: StoreCreditAccountRecord; transaction: StoreCreditTransactionRecord } {
  const { currency } = before.balance;
  const balance = money(before.balance.minor - amount.minor, currency);
  const transaction: StoreCreditTransactionRecord = {
    id: change.newId('StoreCreditAccountDebitTransaction'),
    kind: 'DEBIT',
    event: 'ADJUSTMENT',
    amount: money(-amount.minor, currency),
    balanceAfter: balance,
    remaining: money(0, currency),
    expiresAt: null,
    originId: null,
    createdAt: change.now,
  };
  let left = amount.minor;
  const spent = new Map<Gid, number>();
  for (const credit of before.transactions.toSorted((a, b) => (a.expiresAt ?? '9999').localeCompare(b.expiresAt ?? '9999'))) {
    const take = Math.min(left, credit.remaining.minor);
    left -= take;
    spent.set(credit.id, credit.remaining.minor - take);
  }
  const transactions = before.transactions.map((row) => ({ ...row, remaining: money(spent.get(row.id) ?? row.remaining.minor, currency) }));
  const account = { ...before, balance, transactions: [...transactions, transaction] };
  change.put('storeCreditAccounts', account);
  return { account, transaction };
}
