import { numericId } from '../../world/gid.ts';
import { sumBags, toDecimal, zeroBag } from '../../world/money.ts';
import { financialStatus, fulfillmentStatus } from '../../world/order-status.ts';
import { mergeTaxLines, orderTotals, originalTotal } from '../../world/order-totals.ts';
import type { DiscountApplicationRecord, OrderRecord } from '../../world/records.ts';
import type { World } from '../../world/index.ts';
import { fulfillmentPayload } from './fulfillment.ts';
import { fulfillableQuantities, linePayload, shippingLinePayload, taxLinePayload } from './lines.ts';
import { addressPayload, customerPayload } from './person.ts';
import { refundPayload } from './refund.ts';
import { ids, moneySet, numberOf, type Payload, priced, timesOf } from './write.ts';

const DISCOUNT_TYPES = { CODE: 'discount_code', MANUAL: 'manual', AUTOMATIC: 'automatic' };
const SHIPPED: Record<string, string> = { FULFILLED: 'fulfilled', PARTIALLY_FULFILLED: 'partial' };

function discountApplicationPayload(one: DiscountApplicationRecord): Payload {
  return {
    target_type: one.targetType.toLowerCase(),
    type: DISCOUNT_TYPES[one.kind],
    value: one.value.type === 'percentage' ? one.value.percentage.toFixed(1) : toDecimal(one.value.amount.shop),
    value_type: one.value.type === 'percentage' ? 'percentage' : 'fixed_amount',
    allocation_method: one.allocationMethod.toLowerCase(),
    target_selection: one.targetSelection.toLowerCase(),
    ...(one.kind === 'CODE' ? { code: one.title } : { title: one.title, description: one.description }),
  };
}

function discountCodes(order: OrderRecord): Payload[] {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const shares = [...order.lineItems, ...order.shippingLines].flatMap((line) => line.discountAllocations);
  return order.discountApplications
    .filter(({ kind }) => kind === 'CODE')
    .map((one) => {
      const amount = sumBags(shares.filter((share) => share.applicationIndex === one.index).map((share) => share.amount), zero);
      const type = one.targetType === 'SHIPPING_LINE' ? 'shipping' : one.value.type === 'percentage' ? 'percentage' : 'fixed_amount';
      return { code: one.title, amount: toDecimal(amount.shop), type };
    });
}

function totalsPayload(order: OrderRecord, world: World): Payload {
  const totals = orderTotals(order, world.refunds.where('order', order.id));
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const hasDuties = order.lineItems.some((line) => line.duties.length > 0);
  return {
    ...priced('current_subtotal_price', totals.currentSubtotal),
    current_shipping_price_set: moneySet(totals.currentShipping),
    current_total_additional_fees_set: null,
    ...priced('current_total_discounts', totals.currentDiscounts),
    current_total_duties_set: hasDuties ? moneySet(totals.currentDuties) : null,
    ...priced('current_total_price', totals.currentTotal),
    ...priced('current_total_tax', totals.currentTax),
    original_total_additional_fees_set: null,
    original_total_duties_set: hasDuties ? moneySet(totals.duties) : null,
    ...priced('subtotal_price', totals.subtotal),
    total_cash_rounding_payment_adjustment_set: moneySet(zero),
    total_cash_rounding_refund_adjustment_set: moneySet(zero),
    ...priced('total_discounts', totals.discounts),
    ...priced('total_line_items_price', sumBags(order.lineItems.map(originalTotal), zero)),
    total_outstanding: toDecimal(totals.outstanding.shop),
    ...priced('total_price', totals.total),
    total_shipping_price_set: moneySet(totals.shipping),
    ...priced('total_tax', totals.tax),
    total_tip_received: toDecimal(totals.tip.shop),
    total_weight: order.lineItems.reduce((sum, line) => sum + line.grams * line.quantity, 0),
  };
}

/** An order with everything that hangs on it, as `orders/*` report it. */
export function orderPayload(order: OrderRecord, world: World): Payload {
  const { shop } = world;
  const times = timesOf(shop.ianaTimezone);
  const fulfillmentOrders = world.fulfillmentOrders.where('order', order.id);
  const fulfillments = world.fulfillments.where('order', order.id);
  const refunds = world.refunds.where('order', order.id);
  const customer = order.customerId === null ? null : world.customers.get(order.customerId);
  const left = fulfillableQuantities(fulfillmentOrders);
  return {
    ...ids(order.id),
    app_id: null,
    browser_ip: null,
    buyer_accepts_marketing: order.buyerAcceptsMarketing,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: times.atOrNull(order.cancelledAt),
    cart_token: order.cartToken,
    checkout_id: null,
    checkout_token: order.checkoutToken,
    client_details: null,
    closed_at: times.atOrNull(order.closedAt),
    confirmation_number: order.confirmationNumber,
    confirmed: true,
    contact_email: order.email,
    created_at: times.at(order.createdAt),
    currency: order.currency,
    customer_locale: order.customerLocale,
    device_id: null,
    discount_codes: discountCodes(order),
    duties_included: order.dutiesIncluded,
    email: order.email,
    estimated_taxes: false,
    financial_status: financialStatus(order, refunds).toLowerCase(),
    fulfillment_status: SHIPPED[fulfillmentStatus(order, fulfillmentOrders, fulfillments)] ?? null,
    landing_site: null,
    landing_site_ref: null,
    location_id: numberOf(order.locationId),
    merchant_business_entity_id: null,
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `${shop.primaryDomain.url}/${numericId(shop.id)}/orders/${order.token}/authenticate?key=${order.confirmationNumber.toLowerCase()}`,
    payment_gateway_names: [...new Set(order.transactions.map(({ gateway }) => gateway))],
    phone: order.phone,
    po_number: order.poNumber,
    presentment_currency: order.presentmentCurrency,
    processed_at: times.at(order.processedAt),
    reference: null,
    referring_site: null,
    source_identifier: order.sourceIdentifier,
    source_name: order.sourceName,
    source_url: null,
    tags: order.tags.join(', '),
    tax_exempt: customer?.taxExempt ?? false,
    tax_lines: mergeTaxLines(order).map(taxLinePayload),
    taxes_included: order.taxesIncluded,
    test: order.test,
    token: order.token,
    ...totalsPayload(order, world),
    updated_at: times.at(order.updatedAt),
    user_id: null,
    billing_address: order.billingAddress ? addressPayload(order.billingAddress) : null,
    customer: customer ? customerPayload(customer, shop.currency, times) : null,
    discount_applications: order.discountApplications.map(discountApplicationPayload),
    fulfillments: fulfillments.map((one) => fulfillmentPayload(one, order, world, times)),
    line_items: order.lineItems.map((line) => linePayload(line, order, left.get(line.id) ?? 0)),
    payment_terms: null,
    refunds: refunds.map((refund) => refundPayload(refund, order, fulfillmentOrders, times)),
    returns: world.returns.where('order', order.id).map((one) => ({ ...ids(one.id), name: one.name, status: one.status.toLowerCase() })),
    shipping_address: order.shippingAddress ? addressPayload(order.shippingAddress) : null,
    shipping_lines: order.shippingLines.map(shippingLinePayload),
  };
}
