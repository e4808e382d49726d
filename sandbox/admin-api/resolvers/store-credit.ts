import type { GiftCardRecord, StoreCreditAccountRecord, StoreCreditTransactionRecord } from '#sandbox/world/records.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { moneyV2, typed } from './wire.ts';

type Entry = StoreCreditTransactionRecord & { account: StoreCreditAccountRecord };

/** `StoreCreditAccount`. */
export const storeCreditAccountFields: Record<string, Resolver> = {
  balance: (account: StoreCreditAccountRecord) => moneyV2(account.balance),
  owner: (account: StoreCreditAccountRecord, _args, { world }) => typed('Customer', world.customers.get(account.customerId) ?? {}),
  transactions: (account: StoreCreditAccountRecord) =>
    account.transactions.map((row) => typed(row.kind === 'CREDIT' ? 'StoreCreditAccountCreditTransaction' : 'StoreCreditAccountDebitTransaction', { ...row, account })),
};

const entryFields: Record<string, Resolver> = {
  amount: (row: Entry) => moneyV2(row.amount),
  balanceAfterTransaction: (row: Entry) => moneyV2(row.balanceAfter),
  origin: (row: Entry, _args, context) => originOf(row, context),
};

/** `StoreCreditAccountCreditTransaction`; handed on with its account. */
export const creditFields: Record<string, Resolver> = { ...entryFields, remainingAmount: (row: Entry) => moneyV2(row.remaining) };

/** `StoreCreditAccountDebitTransaction`; handed on with its account. */
export const debitFields: Record<string, Resolver> = entryFields;

/** `Customer.storeCreditAccounts`, one for each currency. */
export const storeCreditAccounts: Resolver = honours([], (customer: { id: string }, _args, { world }) => world.storeCreditAccounts.where('customer', customer.id));

/** `GiftCard`. */
export const giftCardFields: Record<string, Resolver> = {
  balance: (card: GiftCardRecord) => moneyV2(card.balance),
  initialValue: (card: GiftCardRecord) => moneyV2(card.initialValue),
  customer: (card: GiftCardRecord, _args, { world }) => (card.customerId === null ? null : world.customers.get(card.customerId)),
  enabled: () => true,
  deactivatedAt: () => null,
  lastCharacters: (card: GiftCardRecord) => card.code.slice(-4),
  maskedCode: (card: GiftCardRecord) => `•••• •••• •••• ${card.code.slice(-4)}`,
  isRedeemable: (card: GiftCardRecord) => card.balance.minor > 0,
  order: () => null,
  lineItem: () => null,
};

function originOf(row: Entry, { world }: AdminContext) {
  if (row.originId === null) return null;
  for (const order of world.orders.where('customer', row.account.customerId)) {
    const origin = order.transactions.find((candidate) => candidate.id === row.originId);
    if (origin) return typed('OrderTransaction', origin);
  }
  return null;
}
