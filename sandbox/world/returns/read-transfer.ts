import type { Gid } from '#sandbox/contract.ts';
import { parseMoney } from '../money.ts';
import type { MoneyInput } from '../money-input.ts';
import { backOn, paymentOf, readCredits, type RefundMethodInput } from '../read-refund-money.ts';
import type { MoneyBag, OrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import { type RefundMoney, sumOfMoney } from '../write-refund.ts';

/** `ReturnProcessRefundInput`. */
export interface IssueRefundInput {
  orderTransactions: { parentId: Gid; transactionAmount: MoneyInput }[];
  refundMethods?: RefundMethodInput[] | null;
  allowOverRefunding?: boolean | null;
}

const AT = ['input', 'financialTransfer', 'issueRefund'];

/** Where the money of a processed return goes; amounts are in what the customer paid in, and together not more than can be refunded. */
export function readTransfer(order: OrderRecord, input: IssueRefundInput, most: MoneyBag, now: string): { money: RefundMoney; userErrors: UserError[] } {
  const userErrors: UserError[] = [];
  const payments: RefundMoney['payments'] = [];
  input.orderTransactions.forEach((row, index) => {
    const field = (...names: string[]) => [...AT, 'orderTransactions', String(index), ...names];
    const parent = paymentOf(order, row.parentId);
    const amount = parseMoney(row.transactionAmount.amount, row.transactionAmount.currencyCode);
    if (!parent) return void userErrors.push(userError(field('parentId'), 'Parent transaction was not found.', 'NOT_FOUND'));
    if (row.transactionAmount.currencyCode !== order.presentmentCurrency) return void userErrors.push(userError(field('transactionAmount', 'currencyCode'), `Transaction amount must be in ${order.presentmentCurrency}`, 'INVALID'));
    if (!amount || amount.minor <= 0) return void userErrors.push(userError(field('transactionAmount', 'amount'), 'Amount must be greater than 0', 'GREATER_THAN'));
    const bag = backOn(order, parent, amount, payments);
    if (!bag) return void userErrors.push(userError(field('transactionAmount', 'amount'), 'Refund amount cannot be greater than the amount still refundable on the parent transaction', 'TOO_BIG'));
    payments.push({ parent, amount: bag });
  });
  const credits = readCredits(order, input.refundMethods, now);
  if (!Array.isArray(credits)) userErrors.push(userError([...AT, 'refundMethods', '0', 'storeCreditRefund', ...(credits.field === 'storeCreditRefund' ? [] : [credits.field])], credits.message, 'INVALID'));
  const money = { payments, credits: Array.isArray(credits) ? credits : [] };
  if (userErrors.length === 0 && payments.length + money.credits.length === 0) userErrors.push(userError([...AT, 'orderTransactions'], "Order transactions can't be blank", 'BLANK'));
  if (!input.allowOverRefunding && sumOfMoney(money, order).presentment.minor > most.presentment.minor) {
    userErrors.push(userError(AT, 'Refund amount cannot exceed the net payment received', 'TOO_BIG'));
  }
  return { money, userErrors };
}
