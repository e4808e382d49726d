import { describe, expect, it } from 'vitest';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import { customerMerge } from '#sandbox/world/commands/customer-merge.ts';
import { giftCardCreate } from '#sandbox/world/commands/gift-card-create.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { storeCreditAccountCredit } from '#sandbox/world/commands/store-credit-account-credit.ts';
import { storeCreditAccountDebit } from '#sandbox/world/commands/store-credit-account-debit.ts';
import type { UserError } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import { addOrder, only, openShop } from '../world/shop-in-memory.ts';
import { totalsOf } from './returned-order.ts';

const { world } = openShop({ presentmentCurrencies: ['USD'] });
const eur = (amount: string, currencyCode = 'EUR') => ({ amount, currencyCode });
const gone = (type: string) => `gid://shopify/${type}/1`;
const anna = world.change((change) => customerCreate(change, { email: 'anna@example.com' })).customer?.id ?? '';
const credit = (id: string, amount: string, more: { currency?: string; expiresAt?: string } = {}) => (change: Change) =>
  storeCreditAccountCredit(change, { id, creditInput: { creditAmount: eur(amount, more.currency), ...(more.expiresAt ? { expiresAt: more.expiresAt } : {}) } });
const debit = (id: string, amount: string, currency?: string) => (change: Change) => storeCreditAccountDebit(change, { id, debitInput: { debitAmount: eur(amount, currency) } });

describe('store credit', () => {
  it('opens an account with the first credit of a currency, and spends what expires first', () => {
    world.change(credit(anna, '10.00'));
    const later = world.change(credit(anna, '5.00', { expiresAt: '2027-01-01T00:00:00Z' })).storeCreditAccountTransaction;
    world.change(credit(anna, '7.00', { currency: 'USD' }));
    const accounts = world.storeCreditAccounts.where('customer', anna);
    expect(accounts.map((account) => account.balance)).toEqual([{ minor: 1500, currency: 'EUR' }, { minor: 700, currency: 'USD' }]);
    const spent = world.change(debit(later?.account.id ?? '', '6.00')).storeCreditAccountTransaction;
    expect(spent).toMatchObject({ kind: 'DEBIT', amount: { minor: -600 }, balanceAfter: { minor: 900 } });
    expect(world.storeCreditAccounts.get(later?.account.id ?? '')?.transactions.map((row) => row.remaining.minor)).toEqual([900, 0, 0]);
  });

  it('is what refundCreate gives when asked to, out of what was paid', () => {
    const order = addOrder(world, { customerId: anna, financialStatus: 'PAID' });
    const before = only(world.storeCreditAccounts.where('customer', anna)).balance.minor;
    const give = (amount: string) => world.change((change) => refundCreate(change, { orderId: order.id, refundMethods: [{ storeCreditRefund: { amount: eur(amount) } }] }));
    expect(give('20.01').userErrors).toMatchObject([{ field: ['refundMethods'], message: expect.stringMatching(/cannot exceed the net payment/) }]);
    expect(give('12.00').userErrors).toEqual([]);
    expect(only(world.storeCreditAccounts.where('customer', anna)).balance.minor).toBe(before + 1200);
    expect(totalsOf(world, order.id).netPayment.shop.minor).toBe(800);
    expect(give('8.01').userErrors).toHaveLength(1);
  });

  it('is what a cancelled order leaves when asked to, and follows a customer who is merged into another', () => {
    const { world: other } = openShop();
    const order = addOrder(other, { customer: { toUpsert: { email: 'ben@example.com' } }, financialStatus: 'PAID' });
    other.change((change) => orderCancel(change, { orderId: order.id, reason: 'CUSTOMER', restock: true, refundMethod: { storeCreditRefund: { expiresAt: '2027-06-01T00:00:00Z' } } }));
    const ben = order.customerId ?? '';
    expect(only(other.storeCreditAccounts.where('customer', ben))).toMatchObject({ balance: { minor: 2000 }, transactions: [{ event: 'ORDER_REFUND', expiresAt: '2027-06-01T00:00:00Z' }] });
    const kept = other.change((change) => customerCreate(change, { email: 'benjamin@example.com' })).customer?.id ?? '';
    other.change((change) => customerMerge(change, { customerOneId: ben, customerTwoId: kept }));
    expect([...other.storeCreditAccounts.all()].map((account) => [account.customerId, account.balance.minor])).toEqual([[kept, 2000]]);
  });

  const cases: [what: string, run: (change: Change) => { userErrors: UserError[] }, field: string[], code: string][] = [
    ['a credit to nobody', credit(gone('Customer'), '1'), ['id'], 'OWNER_NOT_FOUND'],
    ['a credit to no account', credit(gone('StoreCreditAccount'), '1'), ['id'], 'ACCOUNT_NOT_FOUND'],
    ['a credit of nothing', credit(anna, '0'), ['creditInput', 'creditAmount', 'amount'], 'NEGATIVE_OR_ZERO_AMOUNT'],
    ['a credit in a currency the shop does not take', credit(anna, '1', { currency: 'JPY' }), ['creditInput', 'creditAmount', 'currencyCode'], 'UNSUPPORTED_CURRENCY'],
    ['a credit that has expired', credit(anna, '1', { expiresAt: '2026-01-01T00:00:00Z' }), ['creditInput', 'expiresAt'], 'EXPIRES_AT_IN_PAST'],
    ['a credit in another currency than the account’s', (change) => credit(only(change.storeCreditAccounts.all()).id, '1', { currency: 'USD' })(change), ['creditInput', 'creditAmount', 'currencyCode'], 'MISMATCHING_CURRENCY'],
    ['a debit of more than there is', debit(anna, '999'), ['debitInput', 'debitAmount', 'amount'], 'INSUFFICIENT_FUNDS'],
    ['a debit of nothing', debit(anna, '0'), ['debitInput', 'debitAmount', 'amount'], 'NEGATIVE_OR_ZERO_AMOUNT'],
    ['a debit from no account', debit(anna, '1', 'JPY'), ['id'], 'ACCOUNT_NOT_FOUND'],
    ['a gift card for nothing', (change) => giftCardCreate(change, { initialAmount: eur('0') }), ['input', 'initialAmount'], 'GREATER_THAN'],
    ['a gift card without an amount', (change) => giftCardCreate(change, {}), ['input', 'initialAmount'], 'MISSING_ARGUMENT'],
    ['a gift card with a short code', (change) => giftCardCreate(change, { initialAmount: eur('1'), code: 'abc' }), ['input', 'code'], 'TOO_SHORT'],
    ['a gift card with a long code', (change) => giftCardCreate(change, { initialAmount: eur('1'), code: 'a'.repeat(21) }), ['input', 'code'], 'TOO_LONG'],
    ['a gift card with a strange code', (change) => giftCardCreate(change, { initialAmount: eur('1'), code: 'hello-world' }), ['input', 'code'], 'INVALID'],
    ['a gift card for nobody', (change) => giftCardCreate(change, { initialAmount: eur('1'), customerId: gone('Customer') }), ['input', 'customerId'], 'CUSTOMER_NOT_FOUND'],
  ];

  it.each(cases)('refuses %s, and moves nothing', (_what, run, field, code) => {
    const before = JSON.stringify([...world.storeCreditAccounts.all(), ...world.giftCards.all()]);
    expect(world.change(run).userErrors).toMatchObject([{ field, code }]);
    expect(JSON.stringify([...world.storeCreditAccounts.all(), ...world.giftCards.all()])).toBe(before);
  });

  it('is one thing and a gift card another, whose code is used once', () => {
    const made = world.change((change) => giftCardCreate(change, { initialAmount: eur('25.00'), code: 'SUMMER2026', customerId: anna }));
    expect(made).toMatchObject({ giftCardCode: 'summer2026', giftCard: { balance: { minor: 2500 } } });
    expect(world.change((change) => giftCardCreate(change, { initialAmount: eur('1.00'), code: 'summer2026' })).userErrors).toMatchObject([{ code: 'TAKEN' }]);
  });
});
