import { zeroBag } from '#sandbox/world/money.ts';
import { financialStatus, fulfillmentStatus, returnStatus } from '#sandbox/world/order-status.ts';
import { mergeTaxLines, orderTotals, type OrderTotals } from '#sandbox/world/order-totals.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { numericId } from '#sandbox/world/gid.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { returnsOfOrder } from './return-queries.ts';
import { suggestedRefund } from './suggested-refund.ts';
import { exactCount, legacyResourceId, moneyBag, typed } from './wire.ts';

const refundsOf = (order: OrderRecord, context: AdminContext) => context.world.refunds.where('order', order.id);
const fulfillmentsOf = (order: OrderRecord, context: AdminContext) => context.world.fulfillments.where('order', order.id);
const fulfillmentOrdersOf = (order: OrderRecord, context: AdminContext) => context.world.fulfillmentOrders.where('order', order.id);

const total =
  (name: keyof OrderTotals): Resolver =>
  (order: OrderRecord, _args, context) =>
    moneyBag(orderTotals(order, refundsOf(order, context))[name]);

/** `Order`; what has the record's own name is read from it. */
export const orderFields: Record<string, Resolver> = {
  legacyResourceId,
  customer: (order: OrderRecord, _args, { world }) => (order.customerId === null ? null : world.customers.get(order.customerId)),
  app: (order: OrderRecord) => (order.appTitle === null ? null : { id: 'gid://shopify/OrderApp/1', name: order.appTitle }),
  currencyCode: (order: OrderRecord) => order.currency,
  presentmentCurrencyCode: (order: OrderRecord) => order.presentmentCurrency,
  customerAcceptsMarketing: (order: OrderRecord) => order.buyerAcceptsMarketing,
  displayAddress: (order: OrderRecord) => order.shippingAddress ?? order.billingAddress,
  billingAddressMatchesShippingAddress: (order: OrderRecord) => sameAddress(order),
  displayFinancialStatus: (order: OrderRecord, _args, context) => financialStatus(order, refundsOf(order, context)),
  displayFulfillmentStatus: (order: OrderRecord, _args, context) => fulfillmentStatus(order, fulfillmentOrdersOf(order, context), fulfillmentsOf(order, context)),
  returnStatus: (order: OrderRecord, _args, { world }) => returnStatus(world.returns.where('order', order.id)),
  statusPageUrl: honours(['audience', 'notificationUsage'], (order: OrderRecord, _args, context) => {
    const shop = numericId(context.world.shop.id);
    return `${context.urls.storefront(context.world.domain)}/${shop}/orders/${order.token}/authenticate?key=${order.token.slice(0, 16)}`;
  }),
  paymentCollectionDetails: (order: OrderRecord, _args, context) => {
    const owes = order.cancelledAt === null && orderTotals(order, refundsOf(order, context)).outstanding.presentment.minor > 0;
    const page = `${context.urls.storefront(context.world.domain)}/${numericId(context.world.shop.id)}/order_payment/${numericId(order.id)}?secret=${order.token}`;
    return { additionalPaymentCollectionUrl: owes ? page : null };
  },
  closed: (order: OrderRecord) => order.closedAt !== null,
  confirmed: () => true,
  cancellation: (order: OrderRecord) => (order.cancelledAt === null ? null : { staffNote: order.cancelStaffNote }),
  capturable: (order: OrderRecord, _args, context) => orderTotals(order, refundsOf(order, context)).capturable.shop.minor > 0,
  refundable: (order: OrderRecord, _args, context) => orderTotals(order, refundsOf(order, context)).netPayment.shop.minor > 0 || order.lineItems.some((line) => line.currentQuantity > 0),
  restockable: (order: OrderRecord) => order.lineItems.some((line) => line.variantId !== null && line.currentQuantity > 0),
  fullyPaid: (order: OrderRecord, _args, context) => orderTotals(order, refundsOf(order, context)).outstanding.presentment.minor <= 0,
  unpaid: (order: OrderRecord, _args, context) => orderTotals(order, refundsOf(order, context)).received.shop.minor === 0,
  canMarkAsPaid: (order: OrderRecord, _args, context) => order.cancelledAt === null && ['PENDING', 'PARTIALLY_PAID', 'AUTHORIZED'].includes(financialStatus(order, refundsOf(order, context))),
  canNotifyCustomer: (order: OrderRecord) => order.email !== null || order.phone !== null,
  merchantEditable: (order: OrderRecord) => order.cancelledAt === null,
  merchantEditableErrors: (order: OrderRecord) => (order.cancelledAt === null ? [] : ['The order is cancelled']),
  fulfillable: (order: OrderRecord, _args, context) => fulfillmentOrdersOf(order, context).some((record) => record.lineItems.some((line) => line.remainingQuantity > 0)),
  requiresShipping: (order: OrderRecord) => order.lineItems.some((line) => line.requiresShipping),
  estimatedTaxes: () => false,
  taxExempt: () => false,
  hasTimelineComment: () => false,
  productNetwork: () => false,
  discountCode: (order: OrderRecord) => codesOf(order)[0] ?? null,
  discountCodes: codesOf,
  discountApplications: (order: OrderRecord) => order.discountApplications.map((row) => discountApplication(row, order)),
  lineItems: (order: OrderRecord) => order.lineItems,
  nonFulfillableLineItems: (order: OrderRecord) => order.lineItems.filter((line) => line.giftCard),
  subtotalLineItemsQuantity: (order: OrderRecord) => order.lineItems.reduce((sum, line) => sum + line.quantity, 0),
  currentSubtotalLineItemsQuantity: (order: OrderRecord) => order.lineItems.reduce((sum, line) => sum + line.currentQuantity, 0),
  totalWeight: (order: OrderRecord) => String(order.lineItems.reduce((sum, line) => sum + line.grams * line.quantity, 0)),
  currentTotalWeight: (order: OrderRecord) => String(order.lineItems.reduce((sum, line) => sum + line.grams * line.currentQuantity, 0)),
  taxLines: (order: OrderRecord) => mergeTaxLines(order),
  shippingLine: (order: OrderRecord) => order.shippingLines[0] ?? null,
  shippingLines: honours(['includeRemovals'], (order: OrderRecord) => order.shippingLines),
  additionalFees: () => [],
  disputes: () => [],
  paymentGatewayNames: (order: OrderRecord) => [...new Set(order.transactions.map((row) => row.gateway))],
  transactions: honours(['capturable'], (order: OrderRecord, args: { capturable?: boolean | null }) =>
    order.transactions.filter((row) => args.capturable == null || (row.kind === 'AUTHORIZATION') === args.capturable),
  ),
  transactionsCount: (order: OrderRecord) => exactCount(order.transactions.length),
  fulfillments: (order: OrderRecord, _args, context) => fulfillmentsOf(order, context),
  fulfillmentsCount: (order: OrderRecord, _args, context) => exactCount(fulfillmentsOf(order, context).length),
  fulfillmentOrders: honours(['displayable'], (order: OrderRecord, args: { displayable?: boolean | null }, context) =>
    fulfillmentOrdersOf(order, context).filter((record) => !args.displayable || record.status !== 'CLOSED'),
  ),
  refunds: (order: OrderRecord, _args, context) => refundsOf(order, context),
  returns: returnsOfOrder,
  suggestedRefund,
  retailLocation: (order: OrderRecord, _args, { world }) => (order.locationId === null ? null : world.locations.get(order.locationId)),
  risk: () => ({ assessments: [], recommendation: 'NONE' }),

  originalTotalPriceSet: (order: OrderRecord) => moneyBag(order.originalTotal),
  originalTotalDutiesSet: (order: OrderRecord, _args, context) => {
    const { duties } = orderTotals(order, refundsOf(order, context));
    return duties.shop.minor === 0 ? null : moneyBag(duties);
  },
  currentTotalDutiesSet: (order: OrderRecord, _args, context) => {
    const { duties, currentDuties } = orderTotals(order, refundsOf(order, context));
    return duties.shop.minor === 0 ? null : moneyBag(currentDuties);
  },
  originalTotalAdditionalFeesSet: () => null,
  currentTotalAdditionalFeesSet: () => null,
  totalPriceSet: total('total'),
  subtotalPriceSet: total('subtotal'),
  totalDiscountsSet: total('discounts'),
  totalShippingPriceSet: total('shipping'),
  totalTaxSet: total('tax'),
  totalTipReceivedSet: total('tip'),
  totalReceivedSet: total('received'),
  totalRefundedSet: total('refunded'),
  totalRefundedShippingSet: total('refundedShipping'),
  totalOutstandingSet: total('outstanding'),
  totalCapturableSet: total('capturable'),
  netPaymentSet: total('netPayment'),
  refundDiscrepancySet: total('refundDiscrepancy'),
  currentTotalPriceSet: total('currentTotal'),
  currentSubtotalPriceSet: total('currentSubtotal'),
  currentTotalDiscountsSet: total('currentDiscounts'),
  currentShippingPriceSet: total('currentShipping'),
  currentTotalTaxSet: total('currentTax'),
  totalCashRoundingAdjustment: (order: OrderRecord) => {
    const zero = moneyBag(zeroBag(order.currency, order.presentmentCurrency));
    return { paymentSet: zero, refundSet: zero };
  },
};

/** A discount as the type of its origin. */
export function discountApplication(row: OrderRecord['discountApplications'][number], order: OrderRecord) {
  const value =
    row.value.type === 'percentage'
      ? { __typename: 'PricingPercentageValue' as const, percentage: row.value.percentage }
      : { __typename: 'MoneyV2' as const, ...moneyBag(row.value.amount).presentmentMoney };
  const application = { ...row, value, orderId: order.id };
  if (row.kind === 'CODE') return { ...typed('DiscountCodeApplication', application), code: row.title };
  return typed(row.kind === 'MANUAL' ? 'ManualDiscountApplication' : 'AutomaticDiscountApplication', application);
}

function codesOf(order: OrderRecord): string[] {
  return order.discountApplications.filter((row) => row.kind === 'CODE').map((row) => row.title);
}

function sameAddress(order: OrderRecord): boolean {
  const plain = (address: OrderRecord['billingAddress']) => JSON.stringify({ ...address, id: null });
  return plain(order.shippingAddress) === plain(order.billingAddress);
}
