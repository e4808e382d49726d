import type { CheckpointRecord, CustomerRecord, FulfillmentLineRecord, FulfillmentRecord, Instant, LineRecord, OrderRecord, RefundLineRecord, RefundRecord, ShipmentRecord } from './records.ts';

// The normal form of Shopify's news, whichever road it came by. A fact that is absent was not told: what is held stays.

/** When this was read from the Admin API; null for a webhook, which tells a moment that may be over. */
type ReadAt = Instant | null;

/** Facts both roads tell; they decide whether two tellings are the same. */
export type OrderFacts = Partial<
  Omit<OrderRecord, 'id' | 'updated_at' | 'edited_at' | 'deleted_at' | 'refunded' | 'refunded_presentment' | 'imported' | 'redacted_at' | 'fingerprint' | 'stale_since' | 'search' | keyof OrderExtras>
>;
/** Facts only one road tells, or tells in other words. */
type OrderExtras = Partial<Pick<OrderRecord, 'return_status' | 'status_page_url' | 'waiting' | 'ready_at' | 'sent_unpaid' | 'shipping_service'>>;

export type LineFacts = Omit<LineRecord, 'order_id' | 'image_url'>;

export interface OrderSnapshot {
  kind: 'order';
  id: string;
  updatedAt: Instant;
  readAt: ReadAt;
  facts: OrderFacts;
  extras: OrderExtras;
  lines: { facts: LineFacts; imageUrl: string | null | undefined }[] | null;
  customer: CustomerSnapshot | null;
  fulfillments: FulfillmentSnapshot[];
  refunds: RefundSnapshot[];
  /** True where this road left something out that only a reading of the whole order brings. */
  incomplete: boolean;
}

type FulfillmentExtras = Partial<Pick<FulfillmentRecord, 'display_status' | 'service' | 'location_name' | 'method' | 'in_transit_at' | 'delivered_at' | 'estimated_delivery_at'>>;

export interface FulfillmentSnapshot {
  kind: 'fulfillment';
  id: string;
  orderId: string;
  updatedAt: Instant;
  readAt: ReadAt;
  facts: Pick<FulfillmentRecord, 'name' | 'status' | 'created_at'>;
  extras: FulfillmentExtras;
  /** Null where this road does not tell them. */
  lines: Omit<FulfillmentLineRecord, 'fulfillment_id'>[] | null;
  parcels: Pick<ShipmentRecord, 'carrier' | 'number' | 'url'>[];
  checkpoints: CheckpointSnapshot[];
}

export interface CheckpointSnapshot {
  kind: 'checkpoint';
  facts: Omit<CheckpointRecord, 'removed_at'>;
}

export interface RefundSnapshot {
  kind: 'refund';
  readAt: ReadAt;
  facts: RefundRecord;
  /** Null where this road does not tell them. */
  lines: Omit<RefundLineRecord, 'refund_id'>[] | null;
}

export interface CustomerSnapshot {
  kind: 'customer';
  id: string;
  /** Null where only the id is known. */
  updatedAt: Instant | null;
  facts: Partial<Pick<CustomerRecord, 'first_name' | 'last_name' | 'created_at'>>;
  extras: Partial<Pick<CustomerRecord, 'locale' | 'tags' | 'orders_count' | 'amount_spent' | 'currency' | 'email_consent' | 'sms_consent' | 'whatsapp_consent'>>;
  email: string | null;
  phone: string | null;
}

/** A committed edit: `added` and `removed` count units. */
export interface OrderEdited {
  kind: 'order-edited';
  orderId: string;
  editId: string;
  at: Instant;
  added: number;
  removed: number;
}

export interface Removal {
  kind: 'order-deleted' | 'customer-deleted';
  id: string;
  at: Instant;
}

export interface CheckpointRemoved {
  kind: 'checkpoint-removed';
  id: string;
  fulfillmentId: string | null;
  orderId: string | null;
  at: Instant;
}

export type Snapshot = OrderSnapshot | FulfillmentSnapshot | CheckpointSnapshot | RefundSnapshot | CustomerSnapshot | OrderEdited | Removal | CheckpointRemoved;
