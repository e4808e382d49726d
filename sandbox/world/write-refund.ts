import type { Gid } from '#sandbox/contract.ts';
import { subtractBags, sumBags, zeroBag } from './money.ts';
import { touchOrder } from './place-order.ts';
import type { Money, MoneyBag, OrderAdjustmentRecord, OrderRecord, RefundLineRecord, RefundRecord, TransactionRecord } from './records.ts';
import type { RefundValue } from './refund-value.ts';
import { settleHolds } from './settle-holds.ts';
import { putCredit } from './store-credit.ts';
import type { Change } from './world.ts';

/** The gateway of what is refunded to store credit. */
const STORE_CREDIT_GATEWAY = 'shopify_store_credit';

/** Where the money of a refund goes, already checked. */
export interface RefundMoney {
  payments: { parent: TransactionRecord; amount: MoneyBag }[];
  /** What goes to the customer's store credit; `credited` is in the account's currency. */
  credits: { amount: MoneyBag; credited: Money; expiresAt: string | null }[];
}

/** A refund as it will be kept. */
export interface RefundParts extends RefundMoney {
  returnId: Gid | null;
  note: string | null;
  lines: RefundLineRecord[];
  shipping: RefundValue | null;
  duties: RefundRecord['duties'];
  /** What the customer should get; the difference to the money is an adjustment. */
  worth: MoneyBag;
  discrepancyReason: OrderAdjustmentRecord['reason'];
  processedAt: string;
  /** What else changes on the order by it. */
  order: Partial<OrderRecord>;
}

/** All money of a refund. */
export function sumOfMoney(money: RefundMoney, order: OrderRecord): MoneyBag {
  return sumBags(
    [...money.payments, ...money.credits].map((row) => row.amount),
    zeroBag(order.currency, order.presentmentCurrency),
  );
}

/** Keeps a refund with its transactions and what it puts on store credit, and reports it. */
export function writeRefund(change: Change, order: OrderRecord, parts: RefundParts): RefundRecord {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const payments = parts.payments.map(({ parent, amount }) => transaction(change, order, parts.processedAt, { gateway: parent.gateway, amount, parentId: parent.id }));
  const credits = parts.credits.map((credit) => {
    const row = transaction(change, order, parts.processedAt, { gateway: STORE_CREDIT_GATEWAY, amount: credit.amount, parentId: null });
    if (order.customerId !== null) putCredit(change, order.customerId, credit.credited, { event: 'ORDER_REFUND', expiresAt: credit.expiresAt, originId: row.id });
    return row;
  });
  const moved = [...payments, ...credits];
  const difference = subtractBags(parts.worth, sumOfMoney(parts, order));
  const even = difference.shop.minor === 0 && difference.presentment.minor === 0;
  const [shippingLine] = order.shippingLines;
  const refund: RefundRecord = {
    id: change.newId('Refund'),
    orderId: order.id,
    returnId: parts.returnId,
    note: parts.note,
    lineItems: parts.lines,
    shipping: shippingLine && parts.shipping ? [{ id: change.newId('RefundShippingLine'), shippingLineId: shippingLine.id, ...parts.shipping }] : [],
    duties: parts.duties,
    adjustments: even ? [] : [{ id: change.newId('OrderAdjustment'), reason: parts.discrepancyReason, amount: difference, taxAmount: zero }],
    transactionIds: moved.map((row) => row.id),
    processedAt: parts.processedAt,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('refunds', refund);
  change.emit('refunds/create', refund.id);
  for (const row of moved) change.emit('order_transactions/create', row.id);
  touchOrder(change, order.id, {
    statedFinancialStatus: null,
    ...parts.order,
    transactions: [...order.transactions, ...moved],
    shippingLines: order.shippingLines.map((line) => ({
      ...line,
      refunded: sumBags(
        refund.shipping.filter((part) => part.shippingLineId === line.id).map((part) => part.subtotal),
        line.refunded,
      ),
    })),
  });
  settleHolds(change, order.id);
  return refund;
}

function transaction(change: Change, order: OrderRecord, processedAt: string, row: Pick<TransactionRecord, 'amount' | 'gateway' | 'parentId'>): TransactionRecord {
  return {
    ...row,
    id: change.newId('OrderTransaction'),
    orderId: order.id,
    kind: 'REFUND',
    status: 'SUCCESS',
    authorizationCode: null,
    test: order.test,
    processedAt,
    createdAt: change.now,
  };
}
