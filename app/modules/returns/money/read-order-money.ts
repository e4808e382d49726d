import { parseMoney } from '#app/kernel/money.ts';
import type { OrderMoneyFactsFragment } from '#app/platform/shopify/operations.generated.ts';
import type { LineDiscount, OrderMoney, Payment, SoldLine } from './order-money.ts';
import { sumOf } from './portion.ts';

/** An amount as Shopify tells it, of which the customer's side counts. */
export interface Paid {
  presentmentMoney: { amount: string; currencyCode: string };
}

type Line = OrderMoneyFactsFragment['lineItems']['nodes'][number];
type Transaction = OrderMoneyFactsFragment['transactions'][number];

/** The minor units the customer sees. */
export function minorOf({ presentmentMoney: { amount, currencyCode } }: Paid): number {
  return parseMoney(amount, currencyCode).minor;
}

/** Reads the money of an order from Shopify's answer. Throws where the order has more lines than one answer tells. */
export function readOrderMoney(order: OrderMoneyFactsFragment): OrderMoney {
  if (order.lineItems.pageInfo.hasNextPage) throw new Error(`${order.id} has too many lines for its money to be told at once.`);
  const { shippingLine } = order;
  const backOn = (id: string) => sumOf(order.transactions.filter((row) => isDone(row, 'REFUND') && row.parentTransaction?.id === id).map((row) => minorOf(row.amountSet)));
  const dutyBack = (id: string) => sumOf(order.refunds.flatMap(({ duties }) => duties ?? []).filter(({ originalDuty }) => originalDuty?.id === id).map(({ amountSet }) => minorOf(amountSet)));
  return {
    id: order.id,
    currency: order.presentmentCurrencyCode,
    taxesIncluded: order.taxesIncluded,
    lines: order.lineItems.nodes.map((line) => soldLine(line, dutyBack)),
    shipping: shippingLine && {
      price: minorOf(shippingLine.discountedPriceSet),
      tax: sumOf(shippingLine.taxLines.map(({ priceSet }) => minorOf(priceSet))),
      left: minorOf(shippingLine.currentDiscountedPriceSet),
    },
    payments: order.transactions
      .filter((row) => isDone(row, 'SALE') || isDone(row, 'CAPTURE'))
      .map((row) => ({ id: row.id, name: row.formattedGateway ?? row.gateway ?? '', gateway: row.gateway ?? '', kind: kindOf(row), amount: minorOf(row.amountSet), refunded: backOn(row.id) })),
    outstanding: minorOf(order.totalOutstandingSet),
    received: minorOf(order.totalReceivedSet),
    netPayment: minorOf(order.netPaymentSet),
  };
}

function isDone(row: Transaction, kind: Transaction['kind']): boolean {
  return row.status === 'SUCCESS' && row.kind === kind;
}

function kindOf({ gateway, manualPaymentGateway }: Transaction): Payment['kind'] {
  if (gateway === 'gift_card') return 'gift_card';
  if (gateway === 'shopify_store_credit') return 'store_credit';
  return manualPaymentGateway ? 'manual' : 'gateway';
}

function soldLine(line: Line, dutyBack: (id: string) => number): SoldLine {
  const discounts = line.discountAllocations.map(discountOf);
  return {
    id: line.id,
    quantity: line.quantity,
    gone: line.quantity - line.currentQuantity,
    unitPrice: minorOf(line.originalUnitPriceSet),
    discounts: [...discounts.filter(({ scope }) => scope === 'line'), ...discounts.filter(({ scope }) => scope === 'order')],
    tax: sumOf(line.taxLines.map(({ priceSet }) => minorOf(priceSet))),
    taxRates: line.taxLines.flatMap(({ rate }) => rate ?? []),
    duties: line.duties.map(({ id, price }) => ({ id, amount: minorOf(price), refunded: dutyBack(id) })),
  };
}

function discountOf({ allocatedAmountSet, discountApplication }: Line['discountAllocations'][number]): LineDiscount {
  return {
    title: 'code' in discountApplication ? discountApplication.code : discountApplication.title,
    scope: discountApplication.targetSelection === 'ALL' ? 'order' : 'line',
    isCode: discountApplication.__typename === 'DiscountCodeApplication',
    amount: minorOf(allocatedAmountSet),
  };
}
