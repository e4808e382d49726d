import { emailKey, fulfillmentWord, instant, minorUnits, phoneKey, returnWord, shippingService, word } from './normal-words.ts';
import { readWebhookCustomer } from './read-webhook-customer.ts';
import { readWebhookFulfillment } from './read-webhook-fulfillment.ts';
import { readWebhookRefund } from './read-webhook-refund.ts';
import type { PostalAddress } from './records.ts';
import { sentUnpaidOf } from './sent-unpaid.ts';
import type { LineFacts, OrderFacts, OrderSnapshot } from './snapshots.ts';
import type { OrderPayload, WebhookMoney } from './webhook-shapes.ts';

/** An order as `orders/*` webhooks tell it, in the normal form. */
export function readWebhookOrder(payload: OrderPayload): OrderSnapshot {
  const refunds = payload.refunds.map((refund) => readWebhookRefund(refund, payload.currency ?? null, payload.presentment_currency ?? null));
  return {
    kind: 'order',
    id: payload.id,
    updatedAt: instant(payload.updated_at),
    readAt: null,
    facts: readFacts(payload),
    extras: {
      return_status: payload.returns && returnOf(payload.returns),
      status_page_url: payload.order_status_url ?? undefined,
      // Webhooks know nothing of requests to send it.
      sent_unpaid: sentUnpaidOf(payload.payment_gateway_names, null) ?? undefined,
      shipping_service: payload.shipping_lines && shippingService(payload.shipping_lines.find(({ is_removed: isRemoved }) => isRemoved !== true)),
    },
    lines: payload.line_items?.map((line, position) => ({ facts: readLine(line, position), imageUrl: undefined })) ?? null,
    customer: payload.customer ? readWebhookCustomer(payload.customer) : null,
    fulfillments: payload.fulfillments.map(readWebhookFulfillment),
    refunds: refunds.filter((refund) => refund !== null),
    incomplete: refunds.includes(null),
  };
}

function readFacts(payload: OrderPayload): OrderFacts {
  const address = payload.shipping_address;
  const country = address?.country_code ?? payload.customer?.default_address?.country_code;
  const optional = <Value, Read>(value: Value | undefined, read: (value: Value) => Read): Read | undefined => (value === undefined ? undefined : read(value));
  return {
    name: payload.name,
    confirmation_number: payload.confirmation_number,
    customer_id: payload.customer === undefined ? undefined : (payload.customer?.id ?? null),
    email: optional(payload.email, emailKey),
    phone: optional(payload.phone, (phone) => phoneKey(phone, country)),
    customer_locale: payload.customer_locale,
    source_name: payload.source_name,
    test: payload.test,
    tags: payload.tags?.toSorted(),
    note: payload.note,
    created_at: optional(payload.created_at, instant),
    processed_at: payload.processed_at ? instant(payload.processed_at) : optional(payload.created_at, instant),
    cancelled_at: optional(payload.cancelled_at, orNull(instant)),
    cancel_reason: word(payload.cancel_reason),
    closed_at: optional(payload.closed_at, orNull(instant)),
    financial_status: word(payload.financial_status),
    fulfillment_status: optional(payload.fulfillment_status, fulfillmentWord),
    currency: payload.currency,
    presentment_currency: payload.presentment_currency,
    taxes_included: payload.taxes_included,
    ...pair('subtotal', payload.subtotal_price_set),
    ...pair('discounts', payload.total_discounts_set),
    ...pair('shipping', payload.total_shipping_price_set),
    ...pair('tax', payload.total_tax_set),
    ...pair('duties', payload.original_total_duties_set ?? undefined),
    ...pair('total', payload.total_price_set),
    ...readTip(payload),
    shipping_address: optional(address, orNull(readAddress)),
  };
}

const orNull =
  <Value, Read>(read: (value: Value) => Read) =>
  (value: Value | null): Read | null =>
    value === null ? null : read(value);

type Pair<Name extends string> = Partial<Record<Name | `${Name}_presentment`, number>>;

function pair<Name extends string>(name: Name, money: WebhookMoney | undefined): Pair<Name> {
  if (!money) return {};
  const minor = (side: WebhookMoney['shop_money']) => minorUnits(side.amount, side.currency_code);
  return { [name]: minor(money.shop_money), [`${name}_presentment`]: minor(money.presentment_money) } as Pair<Name>;
}

/** Webhooks tell a tip in the shop's currency only; what the customer's total holds beyond its other parts is the tip they saw. */
function readTip(payload: OrderPayload): Pair<'tip'> {
  const { currency, total_tip_received: tip, subtotal_price_set: subtotal, total_price_set: total } = payload;
  if (tip === undefined || currency === undefined) return {};
  const minor = minorUnits(tip, currency);
  if (minor === 0 || currency === payload.presentment_currency || !total || !subtotal) return { tip: minor, tip_presentment: minor };
  const seen = (money: WebhookMoney | null | undefined) => (money ? minorUnits(money.presentment_money.amount, money.presentment_money.currency_code) : 0);
  const tax = payload.taxes_included ? 0 : seen(payload.total_tax_set);
  return { tip: minor, tip_presentment: seen(total) - seen(subtotal) - seen(payload.total_shipping_price_set) - seen(payload.original_total_duties_set) - tax };
}

function readAddress(address: NonNullable<OrderPayload['shipping_address']>): PostalAddress {
  const { name, address1, address2, city, province, province_code: provinceCode, zip, country_code: countryCode, phone } = address;
  const said = { name, address1, address2, city, province, provinceCode, zip, countryCode };
  return {
    ...(Object.fromEntries(Object.entries(said).map(([key, value]) => [key, value ?? null])) as Omit<PostalAddress, 'phone'>),
    phone: phoneKey(phone, countryCode),
  };
}

function readLine(line: NonNullable<OrderPayload['line_items']>[number], position: number): LineFacts {
  const currency = line.price_set;
  const sum = (sets: WebhookMoney[], side: keyof WebhookMoney) => sets.reduce((total, set) => total + minorUnits(set[side].amount, currency[side].currency_code), 0);
  const discounts = line.discount_allocations.map(({ amount_set }) => amount_set);
  const taxes = line.tax_lines.map(({ price_set }) => price_set);
  return {
    id: line.id,
    position,
    title: line.title,
    variant_title: line.variant_title ?? null,
    sku: line.sku ?? null,
    vendor: line.vendor ?? null,
    product_id: line.product_id ?? null,
    variant_id: line.variant_id ?? null,
    requires_shipping: line.requires_shipping,
    quantity: line.quantity,
    current_quantity: line.current_quantity ?? line.quantity,
    unfulfilled_quantity: line.fulfillable_quantity ?? 0,
    unit_price: sum([line.price_set], 'shop_money'),
    unit_price_presentment: sum([line.price_set], 'presentment_money'),
    discount: sum(discounts, 'shop_money'),
    discount_presentment: sum(discounts, 'presentment_money'),
    tax: sum(taxes, 'shop_money'),
    tax_presentment: sum(taxes, 'presentment_money'),
  };
}

/** Of several returns the most open one is the order's. */
function returnOf(returns: { status: string }[]): string {
  const statuses = new Set(returns.map(({ status }) => status.toLowerCase()));
  if (statuses.has('requested')) return returnWord('return_requested');
  if (statuses.has('open')) return returnWord('in_progress');
  return statuses.has('closed') ? 'returned' : 'no_return';
}
