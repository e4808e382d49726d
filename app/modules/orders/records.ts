// The mirror's rows as the tables hold them, without the shop. Moments are ISO text in UTC, amounts are minor units.

export type Instant = string;

export interface PostalAddress {
  name: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  /** As Shopify writes it: `CA`, `NSW`, `JP-13`. */
  provinceCode: string | null;
  zip: string | null;
  countryCode: string | null;
  phone: string | null;
}

export interface OrderRecord {
  id: string;
  name: string;
  confirmation_number: string | null;
  customer_id: string | null;
  email: string | null;
  phone: string | null;
  customer_locale: string | null;
  source_name: string | null;
  test: boolean;
  tags: string[];
  note: string | null;
  created_at: Instant;
  processed_at: Instant;
  updated_at: Instant;
  cancelled_at: Instant | null;
  cancel_reason: string | null;
  closed_at: Instant | null;
  edited_at: Instant | null;
  deleted_at: Instant | null;
  financial_status: string | null;
  fulfillment_status: string | null;
  return_status: string | null;
  /** It waits on purpose, as Shopify knows: held back, or meant for a later day. */
  waiting: 'on_hold' | 'scheduled' | 'pickup' | null;
  /** Since when its goods are to be sent; null: since it was placed. */
  ready_at: Instant | null;
  /** Why it goes out before it is paid; null where nothing shows that it does. */
  sent_unpaid: 'on_delivery' | 'requested' | null;
  /** How the customer chose to have it sent: the code of the shipping rate, else its name. */
  shipping_service: string | null;
  currency: string;
  presentment_currency: string;
  taxes_included: boolean;
  subtotal: number;
  subtotal_presentment: number;
  discounts: number;
  discounts_presentment: number;
  shipping: number;
  shipping_presentment: number;
  tax: number;
  tax_presentment: number;
  duties: number;
  duties_presentment: number;
  tip: number;
  tip_presentment: number;
  total: number;
  total_presentment: number;
  refunded: number;
  refunded_presentment: number;
  shipping_address: PostalAddress | null;
  status_page_url: string | null;
  imported: boolean;
  /** Since then nothing of its person is kept. */
  redacted_at: Instant | null;
  fingerprint: string;
  stale_since: Instant | null;
  /** Written, never read: the lexemes as Postgres spells them. */
  search: string;
}

export interface LineRecord {
  id: string;
  order_id: string;
  position: number;
  title: string;
  variant_title: string | null;
  sku: string | null;
  vendor: string | null;
  product_id: string | null;
  variant_id: string | null;
  image_url: string | null;
  requires_shipping: boolean;
  quantity: number;
  current_quantity: number;
  unfulfilled_quantity: number;
  unit_price: number;
  unit_price_presentment: number;
  discount: number;
  discount_presentment: number;
  tax: number;
  tax_presentment: number;
}

export interface FulfillmentRecord {
  id: string;
  order_id: string;
  name: string | null;
  status: string;
  display_status: string | null;
  service: string | null;
  location_name: string | null;
  /** How its goods reach the customer: `shipping`, `pick_up`, `local`, `none`, ... ; null where it was not told. */
  method: string | null;
  created_at: Instant;
  updated_at: Instant;
  in_transit_at: Instant | null;
  delivered_at: Instant | null;
  estimated_delivery_at: Instant | null;
  fingerprint: string;
}

export interface FulfillmentLineRecord {
  fulfillment_id: string;
  order_line_id: string;
  quantity: number;
}

export interface ShipmentRecord {
  fulfillment_id: string;
  order_id: string;
  position: number;
  carrier: string | null;
  number: string;
  url: string | null;
  removed_at: Instant | null;
  /** When it came to a fulfillment that was there already; null where it was there from the beginning. */
  added_at: Instant | null;
}

export interface CheckpointRecord {
  id: string;
  fulfillment_id: string;
  order_id: string;
  source: string;
  status: string;
  message: string | null;
  happened_at: Instant;
  estimated_delivery_at: Instant | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  removed_at: Instant | null;
}

export interface RefundRecord {
  id: string;
  order_id: string;
  created_at: Instant;
  note: string | null;
  amount: number;
  amount_presentment: number;
}

export interface RefundLineRecord {
  id: string;
  refund_id: string;
  order_line_id: string;
  quantity: number;
  restock_type: string | null;
  subtotal: number;
  subtotal_presentment: number;
}

/** What a person agreed to on one way; `none` where they were never asked, or nothing counts any more. */
export type Consent = 'subscribed' | 'unsubscribed' | 'pending' | 'none';

export interface CustomerRecord {
  id: string;
  first_name: string | null;
  last_name: string | null;
  locale: string | null;
  tags: string[];
  orders_count: number;
  amount_spent: number;
  currency: string | null;
  email_consent: Consent | null;
  sms_consent: Consent | null;
  whatsapp_consent: Consent | null;
  created_at: Instant | null;
  updated_at: Instant | null;
  deleted_at: Instant | null;
  redacted_at: Instant | null;
}

export interface ContactRecord {
  customer_id: string;
  kind: 'email' | 'phone';
  value: string;
  source: 'customer' | 'order';
}
