import type { CheckpointSnapshot, CustomerSnapshot, FulfillmentSnapshot, LineFacts, OrderFacts, OrderSnapshot, RefundSnapshot } from '../../app/modules/orders/snapshots.ts';

/** A moment of these tests: so many seconds after the story begins. */
export function second(count: number): string {
  return new Date(Date.parse('2026-11-01T08:00:00Z') + count * 1_000).toISOString();
}

/** One pair of socks, as the order lists it. */
export function line(id: string, more: Partial<LineFacts> = {}): LineFacts {
  return {
    id,
    position: 0,
    title: 'Wool socks',
    variant_title: 'M',
    sku: `SOCK-${id}`,
    vendor: null,
    product_id: '1',
    variant_id: '2',
    requires_shipping: true,
    quantity: 2,
    current_quantity: 2,
    unfulfilled_quantity: 2,
    unit_price: 1000,
    unit_price_presentment: 1000,
    discount: 0,
    discount_presentment: 0,
    tax: 0,
    tax_presentment: 0,
    ...more,
  };
}

interface OrderWish {
  id: string;
  updatedAt?: string;
  readAt?: string | null;
  facts?: OrderFacts;
  lines?: LineFacts[];
  customer?: CustomerSnapshot | null;
  fulfillments?: FulfillmentSnapshot[];
  refunds?: RefundSnapshot[];
}

/** A paid, unsent order, changed as wished. */
export function order({ id, updatedAt = second(0), readAt = null, facts = {}, lines = [line(`${id}1`)], customer = null, fulfillments = [], refunds = [] }: OrderWish): OrderSnapshot {
  return {
    kind: 'order',
    id,
    updatedAt,
    readAt,
    facts: {
      name: `#${id}`,
      confirmation_number: null,
      customer_id: customer?.id ?? null,
      email: null,
      phone: null,
      customer_locale: 'en',
      source_name: 'web',
      test: false,
      tags: [],
      note: null,
      created_at: second(0),
      processed_at: second(0),
      cancelled_at: null,
      cancel_reason: null,
      closed_at: null,
      financial_status: 'paid',
      fulfillment_status: 'unfulfilled',
      currency: 'EUR',
      presentment_currency: 'EUR',
      taxes_included: true,
      subtotal: 2000,
      subtotal_presentment: 2000,
      discounts: 0,
      discounts_presentment: 0,
      shipping: 0,
      shipping_presentment: 0,
      tax: 0,
      tax_presentment: 0,
      total: 2000,
      total_presentment: 2000,
      tip: 0,
      tip_presentment: 0,
      shipping_address: null,
      ...facts,
    },
    extras: {},
    lines: lines.map((one) => ({ facts: one, imageUrl: undefined })),
    customer,
    fulfillments,
    refunds,
    incomplete: false,
  };
}

interface FulfillmentWish {
  id: string;
  orderId: string;
  updatedAt?: string;
  readAt?: string | null;
  status?: string;
  numbers?: string[];
  lineIds?: string[];
  checkpoints?: CheckpointSnapshot[];
}

/** A sent parcel, changed as wished. */
export function fulfillment({ id, orderId, updatedAt = second(60), readAt = null, status = 'success', numbers = [`T${id}`], lineIds = [`${orderId}1`], checkpoints = [] }: FulfillmentWish): FulfillmentSnapshot {
  return {
    kind: 'fulfillment',
    id,
    orderId,
    updatedAt,
    readAt,
    facts: { name: `#${orderId}-F${id}`, status, created_at: second(60) },
    extras: {},
    lines: lineIds.map((order_line_id) => ({ order_line_id, quantity: 2 })),
    parcels: numbers.map((number) => ({ carrier: 'DHL', number, url: null })),
    checkpoints,
  };
}

/** A scan. */
export function checkpoint(id: string, orderId: string, fulfillmentId: string, status: string, at: string): CheckpointSnapshot {
  return {
    kind: 'checkpoint',
    facts: {
      id: `shopify:${id}`,
      fulfillment_id: fulfillmentId,
      order_id: orderId,
      source: 'shopify',
      status,
      message: null,
      happened_at: at,
      estimated_delivery_at: null,
      city: 'Leipzig',
      province: null,
      country: 'DE',
      zip: null,
      latitude: null,
      longitude: null,
    },
  };
}

/** Money given back. */
export function refund(id: string, orderId: string, amount: number, at: string, readAt: string | null = null): RefundSnapshot {
  return {
    kind: 'refund',
    readAt,
    facts: { id, order_id: orderId, created_at: at, note: null, amount, amount_presentment: amount },
    lines: [{ id: `${id}9`, order_line_id: `${orderId}1`, quantity: 1, restock_type: 'return', subtotal: amount, subtotal_presentment: amount }],
  };
}

/** A person. */
export function customer(id: string, more: Partial<CustomerSnapshot> = {}): CustomerSnapshot {
  return {
    kind: 'customer',
    id,
    updatedAt: second(0),
    facts: { first_name: 'Ada', last_name: 'Berg', created_at: second(0) },
    extras: {},
    email: `customer-${id}@example.com`,
    phone: null,
    ...more,
  };
}
