import { randomUUID } from 'node:crypto';
import type { Gid } from '#sandbox/contract.ts';
import { perUnit } from '#sandbox/world/order-discounts.ts';
import type { ExchangeDiscountRecord, OrderRecord } from '#sandbox/world/records.ts';
import { refundValue, unitsFrom } from '#sandbox/world/refund-value.ts';
import { exchangeAmounts } from '#sandbox/world/returns/exchange-amounts.ts';
import { type ExchangeLineInput, readExchangeLines } from '#sandbox/world/returns/read-exchange-lines.ts';
import { readShippingFee, restockingFee, type ShippingFeeInput } from '#sandbox/world/returns/return-fees.ts';
import { afterOwnDiscounts } from '#sandbox/world/returns/return-outcome.ts';
import { returnableOfLine, returnableQuantity, shippedLines } from '#sandbox/world/returns/returnable.ts';
import { negative } from '#sandbox/world/returns/suggest-transactions.ts';
import type { AdminContext } from '../context.ts';
import { badRequest } from '../errors.ts';
import { honours, type Resolver } from '../resolver.ts';
import { visibleOrder } from './order-access.ts';
import { expectId, moneyBag, typed } from './wire.ts';

interface CalculateInput {
  orderId: Gid;
  returnLineItems?: { fulfillmentLineItemId: Gid; quantity: number; restockingFee?: { percentage: number } | null }[] | null;
  exchangeLineItems?: ExchangeLineInput[] | null;
  returnShippingFee?: ShippingFeeInput | null;
}

/** `returnCalculate`: what comes back counts negative, fees and exchange lines positive. */
export const returnCalculate: Resolver = honours(
  ['input.orderId', 'input.returnLineItems', 'input.returnShippingFee', 'input.exchangeLineItems'],
  (_source, { input }: { input: CalculateInput }, context) => {
    const order = visibleOrder(expectId(input.orderId, 'Order'), context);
    if (!order) return null;
    const fee = input.returnShippingFee ? readShippingFee(order, input.returnShippingFee, ['input']) : null;
    const exchanges = readExchangeLines(context.world, order, input.exchangeLineItems ?? [], ['input'], calculatedId);
    const wrong = fee && 'message' in fee ? fee : exchanges.userErrors[0];
    if (wrong || (fee && 'message' in fee)) throw badRequest(wrong?.message ?? '');
    return {
      id: calculatedId('Return'),
      returnLineItems: calculatedReturnLines(order, input.returnLineItems ?? [], context),
      returnShippingFee: fee && { id: calculatedId('ReturnShippingFee'), amountSet: moneyBag(fee) },
      exchangeLineItems: exchanges.lines.map((line) => {
        const { subtotal, tax, discount } = exchangeAmounts(order, line, line.quantity);
        return {
          id: calculatedId('ExchangeLineItem'),
          quantity: line.quantity,
          variant: context.world.variants.get(line.variantId),
          originalUnitPriceSet: moneyBag(line.unitPrice),
          discountedUnitPriceSet: moneyBag(perUnit(subtotal, line.quantity)),
          subtotalSet: moneyBag(subtotal),
          totalTaxSet: moneyBag(tax),
          calculatedDiscountAllocations: line.discount ? [{ allocatedAmountSet: moneyBag(discount), discountApplication: calculatedDiscount(line.discount) }] : [],
        };
      }),
    };
  },
);

function calculatedReturnLines(order: OrderRecord, inputs: NonNullable<CalculateInput['returnLineItems']>, { world }: AdminContext) {
  const before = new Map<Gid, number>();
  return inputs.map((input) => {
    const found = shippedLines(world, order).find(({ shipped }) => shipped.id === input.fulfillmentLineItemId);
    if (!found) throw badRequest('Fulfillment Line Item was not found.');
    const { line, shipped } = found;
    const earlier = before.get(line.id) ?? 0;
    before.set(line.id, earlier + input.quantity);
    if (input.quantity < 1 || input.quantity > returnableQuantity(world, found) || earlier + input.quantity > returnableOfLine(world, line)) throw badRequest('Return line item has an invalid quantity.');
    const { subtotal, tax } = refundValue(line, input.quantity, earlier);
    const percentage = input.restockingFee?.percentage ?? 0;
    return {
      id: calculatedId('ReturnLineItem'),
      quantity: input.quantity,
      fulfillmentLineItem: { ...shipped, orderId: order.id },
      subtotalSet: moneyBag(negative(subtotal)),
      subtotalBeforeOrderDiscountsSet: moneyBag(negative(unitsFrom(line, input.quantity, earlier)(afterOwnDiscounts(order, line)))),
      totalTaxSet: moneyBag(negative(tax)),
      restockingFee: percentage > 0 ? { id: calculatedId('RestockingFee'), percentage, amountSet: moneyBag(restockingFee(line, input.quantity, percentage)) } : null,
    };
  });
}

function calculatedDiscount({ value, description }: ExchangeDiscountRecord) {
  const percentage = value.type === 'percentage';
  return typed('CalculatedManualDiscountApplication', {
    id: calculatedId('ManualDiscountApplication'),
    allocationMethod: percentage ? 'EACH' : 'ACROSS',
    appliedTo: 'LINE',
    description,
    targetSelection: 'EXPLICIT',
    targetType: 'LINE_ITEM',
    value: percentage ? typed('PricingPercentageValue', { percentage: value.percentage }) : typed('MoneyV2', moneyBag(value.amount).presentmentMoney),
  });
}

function calculatedId(type: string): Gid {
  return `gid://shopify/Calculated${type}/${randomUUID()}`;
}
