import { z } from 'zod';

// What webhooks look like, as far as we read them. Any field may be missing (`include_fields`) or null (protected data).

const id = z.union([z.number().int(), z.string()]).transform(String);
const text = z.string().nullish();
const moment = z.iso.datetime({ offset: true });
const amount = z.object({ amount: z.string(), currency_code: z.string() });
const moneySet = z.object({ shop_money: amount, presentment_money: amount });
const tags = z.union([z.string().transform((list) => list.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '')), z.array(z.string())]);

export const customerShape = z.object({
  id,
  email: text,
  phone: text,
  first_name: text,
  last_name: text,
  tags: tags.optional(),
  created_at: moment.nullish(),
  updated_at: moment.nullish(),
  default_address: z.object({ country_code: text }).nullish(),
});

/** Whose consent or tags changed: the one about mail calls them `customer_id`, the one about SMS `id`, those about tags `customerId`, in GraphQL's form. */
export const personShape = z.union([
  z.object({ customer_id: id }).transform((told) => told.customer_id),
  z.object({ customerId: z.string().regex(/^gid:\/\/shopify\/Customer\/\d+$/).transform((gid) => gid.slice(gid.lastIndexOf('/') + 1)) }).transform((told) => told.customerId),
  z.object({ id }).transform((told) => told.id),
]);

const addressShape = z.object({
  name: text,
  address1: text,
  address2: text,
  city: text,
  province: text,
  province_code: text,
  zip: text,
  country_code: text,
  phone: text,
});

const lineShape = z.object({
  id,
  title: z.string(),
  variant_title: text,
  sku: text,
  vendor: text,
  product_id: id.nullish(),
  variant_id: id.nullish(),
  requires_shipping: z.boolean().default(true),
  quantity: z.number().int(),
  current_quantity: z.number().int().optional(),
  fulfillable_quantity: z.number().int().optional(),
  price_set: moneySet,
  discount_allocations: z.array(z.object({ amount_set: moneySet })).default([]),
  tax_lines: z.array(z.object({ price_set: moneySet })).default([]),
});

export const fulfillmentShape = z.object({
  id,
  order_id: id,
  name: text,
  status: z.string(),
  service: text,
  created_at: moment,
  updated_at: moment,
  shipment_status: text,
  tracking_company: text,
  tracking_numbers: z.array(z.string()).default([]),
  tracking_urls: z.array(z.string()).default([]),
  line_items: z.array(z.object({ id, quantity: z.number().int() })).optional(),
});

export const refundShape = z.object({
  id,
  order_id: id,
  created_at: moment,
  note: text,
  transactions: z.array(z.object({ kind: z.string(), status: z.string(), amount: z.string(), currency: z.string() })).default([]),
  refund_line_items: z
    .array(z.object({ id, line_item_id: id, quantity: z.number().int(), restock_type: text, subtotal_set: moneySet }))
    .optional(),
});

export const orderShape = z.object({
  id,
  updated_at: moment,
  name: z.string().optional(),
  confirmation_number: text,
  email: text,
  phone: text,
  customer_locale: text,
  source_name: text,
  test: z.boolean().optional(),
  tags: tags.optional(),
  note: text,
  created_at: moment.optional(),
  processed_at: moment.nullish(),
  cancelled_at: moment.nullish(),
  cancel_reason: text,
  closed_at: moment.nullish(),
  financial_status: text,
  fulfillment_status: text,
  currency: z.string().optional(),
  presentment_currency: z.string().optional(),
  taxes_included: z.boolean().optional(),
  subtotal_price_set: moneySet.optional(),
  total_discounts_set: moneySet.optional(),
  total_shipping_price_set: moneySet.optional(),
  total_tax_set: moneySet.optional(),
  original_total_duties_set: moneySet.nullish(),
  total_tip_received: z.string().optional(),
  total_price_set: moneySet.optional(),
  order_status_url: text,
  payment_gateway_names: z.array(z.string()).default([]),
  shipping_lines: z.array(z.object({ code: text, title: text, is_removed: z.boolean().nullish() })).optional(),
  shipping_address: addressShape.nullish(),
  customer: customerShape.nullish(),
  line_items: z.array(lineShape).optional(),
  fulfillments: z.array(fulfillmentShape).default([]),
  refunds: z.array(refundShape).default([]),
  returns: z.array(z.object({ status: z.string() })).optional(),
});

export const checkpointShape = z.object({
  id,
  fulfillment_id: id,
  order_id: id,
  status: z.string(),
  message: text,
  happened_at: moment,
  estimated_delivery_at: z.union([moment, z.iso.date()]).nullish(),
  city: text,
  province: text,
  country: text,
  zip: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
});

export const fulfillmentOrderShape = z.object({ fulfillment_order: z.object({ id: z.string() }) });

export const checkpointRemovedShape = z.object({ id, fulfillment_id: id.nullish(), order_id: id.nullish() });

const editedLines = z.array(z.object({ delta: z.number().int().default(0) })).default([]);
export const orderEditShape = z.object({
  order_edit: z.object({
    id,
    order_id: id,
    created_at: moment.nullish(),
    committed_at: moment.nullish(),
    line_items: z.object({ additions: editedLines, removals: editedLines }).default({ additions: [], removals: [] }),
  }),
});

export const removedShape = z.object({ id });

export type OrderPayload = z.infer<typeof orderShape>;
export type FulfillmentPayload = z.infer<typeof fulfillmentShape>;
export type RefundPayload = z.infer<typeof refundShape>;
export type CustomerPayload = z.infer<typeof customerShape>;
export type CheckpointPayload = z.infer<typeof checkpointShape>;
export type WebhookMoney = z.infer<typeof moneySet>;
