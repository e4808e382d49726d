import { notFound } from '#app/kernel/errors.ts';
import { decimalString } from '#app/kernel/money.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { ReturnMoneyBeforeDocument, type ReturnMoneyBeforeQuery } from '#app/platform/shopify/operations.generated.ts';
import { crossCheckLines, type CrossCheck } from './cross-check.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import type { ExchangeUnits } from './exchange-amounts.ts';
import { explainReturn, type ReturnMoney } from './explain-return.ts';
import { goodsName } from './goods-name.ts';
import type { OrderMoney } from './order-money.ts';
import type { AgreedExchange } from './preview-return.server.ts';
import { minorOf, readOrderMoney } from './read-order-money.ts';
import { shareOverPayments, type PaymentBack } from './share-over-payments.ts';

/** A return that somebody thinks of. */
export interface PlannedReturn {
  orderId: string;
  /** Of the amounts in it: what the customer paid in. */
  currency: string;
  /** By Shopify's id of what was shipped. */
  units: { fulfillmentLineItemId: string; quantity: number; feePercentage: number }[];
  exchanges: { variantId: string; quantity: number; discount: ExchangeUnits['discount'] }[];
  returnShippingFee: number;
}

/** What a planned return would mean, and whether Shopify agrees; `agreed` is to be kept with the exchange, for Shopify does not. */
export interface CalculatedReturn {
  order: OrderMoney;
  ours: ReturnMoney;
  back: PaymentBack[];
  agreed: AgreedExchange[];
  check: CrossCheck;
}

type Told = NonNullable<ReturnMoneyBeforeQuery['returnCalculate']>;

/** Asks Shopify what a return would mean that does not exist yet, and checks it against our own account. Moves nothing. */
export async function calculateReturn(admin: AdminClient, planned: PlannedReturn): Promise<CalculatedReturn> {
  const { orderId, units, exchanges, returnShippingFee } = planned;
  const amountOf = (minor: number) => ({ amount: decimalString({ minor, currency: planned.currency }), currencyCode: currencyCode(planned.currency) });
  const { order: facts, returnCalculate: told } = await admin.run(ReturnMoneyBeforeDocument, {
    orderId,
    input: {
      orderId,
      returnLineItems: units.map(({ fulfillmentLineItemId, quantity, feePercentage }) => ({ fulfillmentLineItemId, quantity, restockingFee: feePercentage > 0 ? { percentage: feePercentage } : null })),
      exchangeLineItems: exchanges.map(({ variantId, quantity, discount }) => ({
        variantId,
        quantity,
        appliedDiscount: discount && { value: 'percentage' in discount ? { percentage: discount.percentage } : { amount: amountOf(discount.amount) } },
      })),
      returnShippingFee: returnShippingFee > 0 ? { amount: amountOf(returnShippingFee) } : null,
    },
  });
  if (!facts || !told) throw notFound('order');
  const order = readOrderMoney(facts);
  const exchanged = told.exchangeLineItems.map((line, at): ExchangeUnits => ({
    id: line.id ?? String(at),
    title: goodsName(line.variant?.displayName ?? ''),
    unitPrice: minorOf(line.originalUnitPriceSet),
    quantity: line.quantity,
    units: line.quantity,
    processed: 0,
    taxable: line.variant?.taxable ?? true,
    discount: exchanges[at]?.discount ?? null,
  }));
  const ours = explainReturn(order, {
    units: told.returnLineItems.map(({ quantity, fulfillmentLineItem }, at) => ({ lineId: fulfillmentLineItem.lineItem.id, quantity, fee: { percentage: units[at]?.feePercentage ?? 0 } })),
    exchanges: exchanged,
    returnShippingFee: returnShippingFee || null,
    shipping: null,
    duties: [],
  });
  return { order, ours, back: shareOverPayments(order.payments, ours.refund), agreed: exchanged.map(({ unitPrice, taxable, discount }) => ({ unitPrice, taxable, discount })), check: crossCheckLines(ours, shopifysLines(told)) };
}

/** What comes back is told with a minus. */
function shopifysLines(told: Told): Parameters<typeof crossCheckLines>[1] {
  return {
    lines: told.returnLineItems.map((line) => ({
      lineId: line.fulfillmentLineItem.lineItem.id,
      beforeOrderDiscounts: 0 - minorOf(line.subtotalBeforeOrderDiscountsSet),
      subtotal: 0 - minorOf(line.subtotalSet),
      tax: 0 - minorOf(line.totalTaxSet),
      fee: line.restockingFee ? minorOf(line.restockingFee.amountSet) : 0,
    })),
    exchanges: told.exchangeLineItems.map((line) => ({ subtotal: minorOf(line.subtotalSet), tax: minorOf(line.totalTaxSet) })),
    returnShippingFee: told.returnShippingFee ? minorOf(told.returnShippingFee.amountSet) : 0,
  };
}
