import { numericId } from '#app/kernel/ids.ts';
import type { BulkOrdersQuery, LineFactsFragment, MoneyBothFragment, OrderFactsFragment, WholeOrderFragment } from '#app/platform/shopify/operations.generated.ts';
import { emailKey, fulfillmentWord, instant, minorUnits, phoneKey, returnWord, shippingService, word } from './normal-words.ts';
import { readAdminCustomer } from './read-admin-customer.ts';
import { readAdminFulfillment } from './read-admin-fulfillment.ts';
import { waitingOf, waitingOfStatus, type Waiting } from './order-waiting.ts';
import { sentUnpaidOf } from './sent-unpaid.ts';
import type { LineFacts, OrderFacts, OrderSnapshot, RefundSnapshot } from './snapshots.ts';

type BulkOrder = BulkOrdersQuery['orders']['edges'][number]['node'];

/** An order as the Admin API tells it, with everything that hangs on it, in the normal form. */
export function readAdminOrder(order: WholeOrderFragment, readAt: Date): OrderSnapshot {
  const id = numericId('Order', order.id);
  const at = readAt.toISOString();
  return {
    ...readHeader(order, at, waitingOf(order)),
    lines: order.lineItems.nodes.map(readAdminLine),
    fulfillments: order.fulfillments.map((fulfillment) =>
      readAdminFulfillment(fulfillment, {
        orderId: id,
        readAt: at,
        lines: fulfillment.fulfillmentLineItems.nodes,
        events: fulfillment.events.nodes,
        method: fulfillment.fulfillmentOrders.nodes[0]?.deliveryMethod?.methodType ?? null,
      }),
    ),
    refunds: order.refunds.map((refund) => ({
      ...readRefund(refund, id, at),
      lines: refund.refundLineItems.nodes.flatMap((line) =>
        line.id === null
          ? []
          : [{ id: numericId('RefundLineItem', line.id), order_line_id: numericId('LineItem', line.lineItem.id), quantity: line.quantity, restock_type: word(line.restockType), ...pair('subtotal', line.subtotalSet) }],
      ),
    })),
    incomplete: false,
  };
}

/** An order as a bulk query tells it: what lies in lists inside lists comes by another way. */
export function readBulkOrder(order: Omit<BulkOrder, 'lineItems'>, lines: readonly LineFactsFragment[], readAt: Date): OrderSnapshot {
  const id = numericId('Order', order.id);
  const at = readAt.toISOString();
  return {
    ...readHeader(order, at, waitingOfStatus(order.displayFulfillmentStatus)),
    lines: lines.map(readAdminLine),
    fulfillments: order.fulfillments.map((fulfillment) => readAdminFulfillment(fulfillment, { orderId: id, readAt: at, lines: null, events: [] })),
    refunds: order.refunds.map((refund) => readRefund(refund, id, at)),
    incomplete: order.refunds.length > 0,
  };
}

function readHeader(order: OrderFactsFragment, readAt: string, waiting: Waiting): Omit<OrderSnapshot, 'lines' | 'fulfillments' | 'refunds' | 'incomplete'> {
  return {
    kind: 'order',
    id: numericId('Order', order.id),
    updatedAt: instant(order.updatedAt),
    readAt,
    facts: readFacts(order),
    // The status page's address is not asked for: without approval for names it reads null where null may not stand, and takes the order with it.
    extras: {
      return_status: returnWord(order.returnStatus),
      // A bulk result that an older version of us asked for has no such names.
      sent_unpaid: sentUnpaidOf(order.paymentGatewayNames ?? [], order.displayFulfillmentStatus),
      shipping_service: shippingService(order.shippingLine),
      ...waiting,
    },
    customer: order.customer ? readAdminCustomer(order.customer) : null,
  };
}

function readFacts(order: OrderFactsFragment): OrderFacts {
  const address = order.shippingAddress;
  const country = address?.countryCodeV2 ?? order.customer?.defaultAddress?.countryCodeV2;
  return {
    name: order.name,
    confirmation_number: order.confirmationNumber,
    customer_id: order.customer ? numericId('Customer', order.customer.id) : null,
    email: emailKey(order.email),
    phone: phoneKey(order.phone, country),
    customer_locale: order.customerLocale,
    source_name: order.sourceName,
    test: order.test,
    tags: order.tags.toSorted(),
    note: order.note,
    created_at: instant(order.createdAt),
    processed_at: instant(order.processedAt),
    cancelled_at: order.cancelledAt ? instant(order.cancelledAt) : null,
    cancel_reason: order.cancelReason ? word(order.cancelReason) : null,
    closed_at: order.closedAt ? instant(order.closedAt) : null,
    financial_status: order.displayFinancialStatus ? word(order.displayFinancialStatus) : null,
    fulfillment_status: fulfillmentWord(order.displayFulfillmentStatus),
    currency: order.currencyCode,
    presentment_currency: order.presentmentCurrencyCode,
    taxes_included: order.taxesIncluded,
    ...pair('subtotal', order.subtotalPriceSet),
    ...pair('discounts', order.totalDiscountsSet),
    ...pair('shipping', order.totalShippingPriceSet),
    ...pair('tax', order.totalTaxSet),
    ...pair('duties', order.originalTotalDutiesSet),
    ...pair('total', order.totalPriceSet),
    ...pair('tip', order.totalTipReceivedSet),
    shipping_address: address
      ? {
          name: address.name,
          address1: address.address1,
          address2: address.address2,
          city: address.city,
          province: address.province,
          provinceCode: address.provinceCode,
          zip: address.zip,
          countryCode: address.countryCodeV2,
          phone: phoneKey(address.phone, address.countryCodeV2),
        }
      : null,
  };
}

type Pair<Name extends string> = Record<Name | `${Name}_presentment`, number>;

function pair<Name extends string>(name: Name, money: MoneyBothFragment): Pair<Name>;
function pair<Name extends string>(name: Name, money: MoneyBothFragment | null): Partial<Pair<Name>>;
function pair<Name extends string>(name: Name, money: MoneyBothFragment | null): Partial<Pair<Name>> {
  if (!money) return {};
  return { [name]: minorOf(money.shopMoney), [`${name}_presentment`]: minorOf(money.presentmentMoney) } as Pair<Name>;
}

function minorOf(money: MoneyBothFragment['shopMoney']): number {
  return minorUnits(money.amount, money.currencyCode);
}

function readRefund(refund: OrderFactsFragment['refunds'][number], orderId: string, readAt: string): RefundSnapshot & { lines: null } {
  const facts = { id: numericId('Refund', refund.id), order_id: orderId, created_at: instant(refund.createdAt ?? readAt), note: refund.note, ...pair('amount', refund.totalRefundedSet) };
  return { kind: 'refund', readAt, facts, lines: null };
}

/** One line of an order; `position` is its place in the order. */
export function readAdminLine(line: LineFactsFragment, position: number): { facts: LineFacts; imageUrl: string | null } {
  const sum = (sets: MoneyBothFragment[], side: keyof MoneyBothFragment) => sets.reduce((total, set) => total + minorOf(set[side]), 0);
  const discounts = line.discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet);
  const taxes = line.taxLines.map(({ priceSet }) => priceSet);
  const facts = {
    id: numericId('LineItem', line.id),
    position,
    title: line.title,
    variant_title: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    product_id: line.product ? numericId('Product', line.product.id) : null,
    variant_id: line.variant ? numericId('ProductVariant', line.variant.id) : null,
    requires_shipping: line.requiresShipping,
    quantity: line.quantity,
    current_quantity: line.currentQuantity,
    unfulfilled_quantity: line.unfulfilledQuantity,
    ...pair('unit_price', line.originalUnitPriceSet),
    discount: sum(discounts, 'shopMoney'),
    discount_presentment: sum(discounts, 'presentmentMoney'),
    tax: sum(taxes, 'shopMoney'),
    tax_presentment: sum(taxes, 'presentmentMoney'),
  };
  return { facts, imageUrl: line.image?.url ?? null };
}
