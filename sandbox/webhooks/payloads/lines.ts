import { numericId } from '../../world/gid.ts';
import { subtractBags, toDecimal, zeroBag } from '../../world/money.ts';
import type { DiscountAllocationRecord, FulfillmentOrderRecord, LineItemRecord, OrderRecord, ShippingLineRecord, TaxLineRecord } from '../../world/records.ts';
import { discountedShipping } from '../../world/order-totals.ts';
import { ids, moneySet, numberOf, type Payload, priced } from './write.ts';

/** A tax on an order, a line or shipping. */
export function taxLinePayload(tax: TaxLineRecord): Payload {
  return { title: tax.title, rate: tax.rate, ...priced('price', tax.price), channel_liable: tax.channelLiable };
}

const allocationPayload = (share: DiscountAllocationRecord): Payload => ({
  ...priced('amount', share.amount),
  discount_application_index: share.applicationIndex,
});

/** How many units of each line wait to be shipped. */
export function fulfillableQuantities(fulfillmentOrders: FulfillmentOrderRecord[]): Map<string, number> {
  const left = new Map<string, number>();
  for (const line of fulfillmentOrders.flatMap((record) => record.lineItems))
    left.set(line.lineItemId, (left.get(line.lineItemId) ?? 0) + line.remainingQuantity);
  return left;
}

/** One line of an order. */
export function linePayload(line: LineItemRecord, order: OrderRecord, fulfillable: number): Payload {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const shipped = line.currentQuantity - fulfillable;
  return {
    ...ids(line.id),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: fulfillable,
    fulfillment_service: 'manual',
    fulfillment_status: shipped <= 0 ? null : fulfillable === 0 ? 'fulfilled' : 'partial',
    gift_card: line.giftCard,
    grams: line.grams,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    ...priced('price', line.unitPrice),
    product_exists: line.productId !== null,
    product_id: numberOf(line.productId),
    properties: line.customAttributes.map(({ key, value }) => ({ name: key, value })),
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: toDecimal(zero.shop),
    total_discount_set: moneySet(zero),
    variant_id: numberOf(line.variantId),
    variant_inventory_management: line.variantId === null ? null : 'shopify',
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: line.taxLines.map(taxLinePayload),
    duties: line.duties.map((duty) => ({
      id: numericId(duty.id),
      harmonized_system_code: duty.harmonizedSystemCode,
      country_code_of_origin: duty.countryCodeOfOrigin,
      shop_money: moneySet(duty.price).shop_money,
      presentment_money: moneySet(duty.price).presentment_money,
      tax_lines: duty.taxLines.map(taxLinePayload),
    })),
    discount_allocations: line.discountAllocations.map(allocationPayload),
  };
}

/** A shipping charge. */
export function shippingLinePayload(line: ShippingLineRecord): Payload {
  return {
    id: numericId(line.id),
    carrier_identifier: null,
    code: line.code,
    current_discounted_price_set: moneySet(subtractBags(discountedShipping(line), line.refunded)),
    ...priced('discounted_price', discountedShipping(line)),
    is_removed: false,
    phone: null,
    ...priced('price', line.price),
    requested_fulfillment_service_id: null,
    source: line.source,
    title: line.title,
    tax_lines: line.taxLines.map(taxLinePayload),
    discount_allocations: line.discountAllocations.map(allocationPayload),
  };
}
