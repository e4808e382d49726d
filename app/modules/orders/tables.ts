import type {
  CheckpointRecord,
  ContactRecord,
  CustomerRecord,
  FulfillmentLineRecord,
  FulfillmentRecord,
  LineRecord,
  OrderRecord,
  RefundLineRecord,
  RefundRecord,
  ShipmentRecord,
} from './records.ts';

type ColumnType = 'text' | 'text[]' | 'int' | 'bigint' | 'float8' | 'boolean' | 'jsonb' | 'timestamptz' | 'tsvector';

/** A table of the mirror: its columns with their types, and the key a row is known by beside the shop. */
export interface Table<Row> {
  name: string;
  key: (keyof Row & string)[];
  columns: Record<keyof Row & string, ColumnType>;
}

/** Amounts stand in pairs: the shop's and the customer's. */
const amounts = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.flatMap((name) => [[name, 'bigint'], [`${name}_presentment`, 'bigint']])) as Record<Name | `${Name}_presentment`, 'bigint'>;

export const orders: Table<OrderRecord> = {
  name: 'orders',
  key: ['id'],
  columns: {
    id: 'text',
    name: 'text',
    confirmation_number: 'text',
    customer_id: 'text',
    email: 'text',
    phone: 'text',
    customer_locale: 'text',
    source_name: 'text',
    test: 'boolean',
    tags: 'text[]',
    note: 'text',
    created_at: 'timestamptz',
    processed_at: 'timestamptz',
    updated_at: 'timestamptz',
    cancelled_at: 'timestamptz',
    cancel_reason: 'text',
    closed_at: 'timestamptz',
    edited_at: 'timestamptz',
    deleted_at: 'timestamptz',
    financial_status: 'text',
    fulfillment_status: 'text',
    return_status: 'text',
    waiting: 'text',
    ready_at: 'timestamptz',
    sent_unpaid: 'text',
    shipping_service: 'text',
    currency: 'text',
    presentment_currency: 'text',
    taxes_included: 'boolean',
    ...amounts('subtotal', 'discounts', 'shipping', 'tax', 'duties', 'tip', 'total', 'refunded'),
    shipping_address: 'jsonb',
    status_page_url: 'text',
    imported: 'boolean',
    redacted_at: 'timestamptz',
    fingerprint: 'text',
    stale_since: 'timestamptz',
    search: 'tsvector',
  },
};

export const lines: Table<LineRecord> = {
  name: 'order_lines',
  key: ['id'],
  columns: {
    id: 'text',
    order_id: 'text',
    position: 'int',
    title: 'text',
    variant_title: 'text',
    sku: 'text',
    vendor: 'text',
    product_id: 'text',
    variant_id: 'text',
    image_url: 'text',
    requires_shipping: 'boolean',
    quantity: 'int',
    current_quantity: 'int',
    unfulfilled_quantity: 'int',
    ...amounts('unit_price', 'discount', 'tax'),
  },
};

export const fulfillments: Table<FulfillmentRecord> = {
  name: 'fulfillments',
  key: ['id'],
  columns: {
    id: 'text',
    order_id: 'text',
    name: 'text',
    status: 'text',
    display_status: 'text',
    service: 'text',
    location_name: 'text',
    method: 'text',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    in_transit_at: 'timestamptz',
    delivered_at: 'timestamptz',
    estimated_delivery_at: 'timestamptz',
    fingerprint: 'text',
  },
};

export const fulfillmentLines: Table<FulfillmentLineRecord> = {
  name: 'fulfillment_lines',
  key: ['fulfillment_id', 'order_line_id'],
  columns: { fulfillment_id: 'text', order_line_id: 'text', quantity: 'int' },
};

export const shipments: Table<ShipmentRecord> = {
  name: 'shipments',
  key: ['fulfillment_id', 'number'],
  columns: { fulfillment_id: 'text', order_id: 'text', position: 'int', carrier: 'text', number: 'text', url: 'text', removed_at: 'timestamptz', added_at: 'timestamptz' },
};

export const checkpoints: Table<CheckpointRecord> = {
  name: 'checkpoints',
  key: ['id'],
  columns: {
    id: 'text',
    fulfillment_id: 'text',
    order_id: 'text',
    source: 'text',
    status: 'text',
    message: 'text',
    happened_at: 'timestamptz',
    estimated_delivery_at: 'timestamptz',
    city: 'text',
    province: 'text',
    country: 'text',
    zip: 'text',
    latitude: 'float8',
    longitude: 'float8',
    removed_at: 'timestamptz',
  },
};

export const refunds: Table<RefundRecord> = {
  name: 'refunds',
  key: ['id'],
  columns: { id: 'text', order_id: 'text', created_at: 'timestamptz', note: 'text', ...amounts('amount') },
};

export const refundLines: Table<RefundLineRecord> = {
  name: 'refund_lines',
  key: ['id'],
  columns: { id: 'text', refund_id: 'text', order_line_id: 'text', quantity: 'int', restock_type: 'text', ...amounts('subtotal') },
};

export const customers: Table<CustomerRecord> = {
  name: 'customers',
  key: ['id'],
  columns: {
    id: 'text',
    first_name: 'text',
    last_name: 'text',
    locale: 'text',
    tags: 'text[]',
    orders_count: 'int',
    amount_spent: 'bigint',
    currency: 'text',
    email_consent: 'text',
    sms_consent: 'text',
    whatsapp_consent: 'text',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    deleted_at: 'timestamptz',
    redacted_at: 'timestamptz',
  },
};

export const contacts: Table<ContactRecord> = {
  name: 'customer_contacts',
  key: ['customer_id', 'kind', 'value'],
  columns: { customer_id: 'text', kind: 'text', value: 'text', source: 'text' },
};
