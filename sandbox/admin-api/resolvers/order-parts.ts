import { mapBag, subtractBags, sumBags } from '#sandbox/world/money.ts';
import { perUnit } from '#sandbox/world/order-discounts.ts';
import { discountedShipping, discountedTotal, originalTotal, refundableOf, shareOf } from '#sandbox/world/order-totals.ts';
import type {
  DiscountAllocationRecord,
  DutyRecord,
  LineItemRecord,
  MoneyBag,
  OrderRecord,
  ShippingLineRecord,
  TaxLineRecord,
  TransactionRecord,
} from '#sandbox/world/records.ts';
import { isSuggested } from '#sandbox/world/return-reasons.ts';
import { unfulfilledQuantity } from '#sandbox/world/take-unfulfilled.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { discountApplication } from './order.ts';
import { visibleOrder } from './order-access.ts';
import { moneyBag, moneyV2 } from './wire.ts';

type Line = LineItemRecord;

/** What is spread over all lines (codes on the whole order) does not count as a line's own discount. */
function ownDiscounts(line: Line, context: AdminContext, withCodes: boolean): MoneyBag {
  const zero = mapBag(line.unitPrice, () => 0);
  const order = context.world.orders.get(line.orderId);
  const own = line.discountAllocations.filter((share) => withCodes || order?.discountApplications[share.applicationIndex]?.targetSelection === 'EXPLICIT');
  return sumBags(
    own.map((share) => share.amount),
    zero,
  );
}

/** `LineItem`. */
export const lineItemFields: Record<string, Resolver> = {
  name: (line: Line) => [line.title, line.variantTitle].filter(Boolean).join(' - '),
  product: (line: Line, _args, { world }) => (line.productId === null ? null : world.products.get(line.productId)),
  variant: (line: Line, _args, { world }) => (line.variantId === null ? null : world.variants.get(line.variantId)),
  isGiftCard: (line: Line) => line.giftCard,
  merchantEditable: (line: Line) => line.currentQuantity > 0,
  refundableQuantity: (line: Line) => line.currentQuantity,
  restockable: (line: Line) => line.variantId !== null && line.currentQuantity > 0,
  nonFulfillableQuantity: (line: Line) => (line.giftCard ? line.quantity : 0),
  unfulfilledQuantity: (line: Line, _args, context) => unfulfilledQuantity(context.world, line),
  originalUnitPriceSet: (line: Line) => moneyBag(line.unitPrice),
  originalTotalSet: (line: Line) => moneyBag(originalTotal(line)),
  discountedTotalSet: honours(['withCodeDiscounts'], (line: Line, args: { withCodeDiscounts?: boolean | null }, context) =>
    moneyBag(subtractBags(originalTotal(line), ownDiscounts(line, context, args.withCodeDiscounts ?? false))),
  ),
  discountedUnitPriceSet: (line: Line, _args, context) => moneyBag(perUnit(subtractBags(originalTotal(line), ownDiscounts(line, context, false)), line.quantity)),
  discountedUnitPriceAfterAllDiscountsSet: (line: Line) => moneyBag(perUnit(discountedTotal(line), line.quantity)),
  totalDiscountSet: (line: Line, _args, context) => moneyBag(ownDiscounts(line, context, false)),
  unfulfilledOriginalTotalSet: (line: Line, _args, context) => moneyBag(mapBag(line.unitPrice, (minor) => minor * unfulfilledQuantity(context.world, line))),
  unfulfilledDiscountedTotalSet: (line: Line, _args, context) => moneyBag(shareOf(line, discountedTotal(line), unfulfilledQuantity(context.world, line))),
  discountAllocations: (line: Line, _args, context) => allocations(line.discountAllocations, context.world.orders.get(line.orderId)),
  weight: (line: Line) => ({ value: line.grams, unit: 'GRAMS' }),
  suggestedReturnReasonDefinitions: (_line: Line, _args, { world }) => [...world.returnReasons.all()].filter(isSuggested),
};

/** `ShippingLine`. */
export const shippingLineFields: Record<string, Resolver> = {
  custom: () => true,
  isRemoved: () => false,
  carrierIdentifier: () => null,
  deliveryCategory: () => null,
  phone: () => null,
  shippingRateHandle: () => null,
  originalPriceSet: (line: ShippingLineRecord) => moneyBag(line.price),
  discountedPriceSet: (line: ShippingLineRecord) => moneyBag(discountedShipping(line)),
  currentDiscountedPriceSet: (line: ShippingLineRecord) => moneyBag(subtractBags(discountedShipping(line), line.refunded)),
  discountAllocations: (line: ShippingLineRecord, _args, context) => allocations(line.discountAllocations, context.world.orders.get(line.orderId)),
};

/** `TaxLine`. */
export const taxLineFields: Record<string, Resolver> = {
  ratePercentage: (tax: TaxLineRecord) => Math.round(tax.rate * 1_000_000) / 10_000,
  priceSet: (tax: TaxLineRecord) => moneyBag(tax.price),
  source: () => null,
};

/** `Duty`. */
export const dutyFields: Record<string, Resolver> = {
  price: (duty: DutyRecord) => moneyBag(duty.price),
};

/** `OrderTransaction`. */
export const transactionFields: Record<string, Resolver> = {
  order: (row: TransactionRecord, _args, context) => visibleOrder(row.orderId, context),
  amountSet: (row: TransactionRecord) => moneyBag(row.amount),
  parentTransaction: (row: TransactionRecord, _args, { world }) => world.orders.get(row.orderId)?.transactions.find((other) => other.id === row.parentId) ?? null,
  formattedGateway: (row: TransactionRecord) => row.gateway.charAt(0).toUpperCase() + row.gateway.slice(1).replaceAll('_', ' '),
  manualPaymentGateway: (row: TransactionRecord) => row.gateway === 'manual',
  manuallyCapturable: (row: TransactionRecord) => row.kind === 'AUTHORIZATION',
  multiCapturable: () => false,
  errorCode: () => null,
  paymentId: (row: TransactionRecord) => row.authorizationCode,
  receiptJson: () => null,
  accountNumber: () => null,
  maximumRefundableV2: (row: TransactionRecord, _args, { world }) => {
    const order = world.orders.get(row.orderId);
    return order && (row.kind === 'SALE' || row.kind === 'CAPTURE') ? moneyV2(refundableOf(order, row).shop) : null;
  },
};

function allocations(rows: readonly DiscountAllocationRecord[], order: OrderRecord | null) {
  return rows.map((share) => {
    const application = order?.discountApplications[share.applicationIndex];
    return { allocatedAmountSet: moneyBag(share.amount), discountApplication: application && order ? discountApplication(application, order) : null };
  });
}
