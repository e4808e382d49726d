import type { MoneyPair } from '#app/kernel/money.ts';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';

/** How much of an order has left, in words both of Shopify's roads know. */
export type FulfillmentWord = 'unfulfilled' | 'partially_fulfilled' | 'fulfilled' | 'restocked';

/** Why an order waits for a person; the rules stand in `attention.ts`. */
export type AttentionReason = 'unfulfilled' | 'no_scan' | 'exception' | 'late';

/** One row of the orders list. */
export interface OrderRow {
  id: string;
  name: string;
  processedAt: Date;
  customerName: string | null;
  email: string | null;
  /** Lower case as Shopify's words: `paid`, `pending`, `partially_refunded`, ... */
  financialStatus: string | null;
  fulfillmentStatus: FulfillmentWord | null;
  /** The latest mark of the newest parcel that is not cancelled, or null where no scan is known. */
  deliveryStatus: string | null;
  cancelledAt: Date | null;
  test: boolean;
  tags: string[];
  itemCount: number;
  total: MoneyPair;
  attention: AttentionReason[];
}

export interface OrderPage {
  rows: OrderRow[];
  next: string | null;
  previous: string | null;
}

export interface OrderFilter {
  search?: string;
  fulfillment?: string[];
  financial?: string[];
  view?: 'all' | 'open' | 'attention' | 'cancelled';
  cursor?: string;
  direction?: 'next' | 'previous';
  pageSize?: number;
}

export interface AddressView {
  name: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  zip: string | null;
  countryCode: string | null;
  phone: string | null;
}

export interface LineView {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  imageUrl: string | null;
  quantity: number;
  /** After edits and refunds. */
  currentQuantity: number;
  unfulfilledQuantity: number;
  requiresShipping: boolean;
  unitPrice: MoneyPair;
  /** All discounts of the line together. */
  discount: MoneyPair;
}

export interface CheckpointView {
  id: string;
  /** `in_transit`, `out_for_delivery`, `delivered`, ... */
  status: string;
  message: string | null;
  happenedAt: Date;
  city: string | null;
  province: string | null;
  country: string | null;
}

/** What one parcel's number says, without a word about whose it is. */
export interface ParcelView {
  carrier: string | null;
  number: string | null;
  url: string | null;
  /** The latest mark, or null where the parcel was not scanned yet. */
  status: string | null;
  shippedAt: Date;
  inTransitAt: Date | null;
  deliveredAt: Date | null;
  estimatedDeliveryAt: Date | null;
  cancelled: boolean;
  /** Newest last. */
  checkpoints: CheckpointView[];
}

/** One parcel of an order with what is in it. Parcels of one fulfillment share its lines and Shopify's scans. */
export interface OrderParcel extends ParcelView {
  id: string;
  fulfillmentId: string;
  fulfillmentName: string | null;
  lines: { lineId: string; title: string; variantTitle: string | null; imageUrl: string | null; quantity: number }[];
  /** Set where the merchant replaced this number by another. */
  removedAt: Date | null;
}

export interface RefundView {
  id: string;
  createdAt: Date;
  note: string | null;
  amount: MoneyPair;
  lines: { lineId: string; quantity: number; subtotal: MoneyPair }[];
}

export interface CustomerView {
  id: string;
  name: string | null;
  locale: string | null;
  tags: string[];
  /** As Shopify counts them. */
  ordersCount: number;
  amountSpent: { minor: number; currency: string } | null;
  contacts: { kind: 'email' | 'phone'; value: string; source: 'customer' | 'order' }[];
  /** Earlier orders we hold. */
  earlierOrders: { count: number; newest: { id: string; name: string; processedAt: Date; total: MoneyPair; fulfillmentStatus: FulfillmentWord | null }[] };
}

/** An order's amounts; each as the shop books it and as the customer saw it. */
export interface OrderMoney {
  subtotal: MoneyPair;
  discounts: MoneyPair;
  shipping: MoneyPair;
  tax: MoneyPair;
  duties: MoneyPair;
  tip: MoneyPair;
  total: MoneyPair;
  refunded: MoneyPair;
}

export interface OrderHeader {
  id: string;
  name: string;
  processedAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  closedAt: Date | null;
  financialStatus: string | null;
  fulfillmentStatus: FulfillmentWord | null;
  returnStatus: string | null;
  taxesIncluded: boolean;
  test: boolean;
  money: OrderMoney;
}

/** Everything the admin shows about one order. */
export interface OrderStory {
  order: OrderHeader & {
    confirmationNumber: string | null;
    email: string | null;
    phone: string | null;
    customerLocale: string | null;
    sourceName: string | null;
    tags: string[];
    note: string | null;
    shippingAddress: AddressView | null;
    statusPageUrl: string | null;
    imported: boolean;
    attention: AttentionReason[];
  };
  customer: CustomerView | null;
  lines: LineView[];
  parcels: OrderParcel[];
  refunds: RefundView[];
  /** Newest last. */
  timeline: JournalEntry[];
}

/** What a customer who proved to know the order may see of it. */
export interface CustomerOrderView {
  order: OrderHeader;
  /** First name where we may know it. */
  firstName: string | null;
  customerLocale: string | null;
  /** Where it goes: enough to recognise, not enough to find a door. */
  destination: { city: string | null; province: string | null; countryCode: string | null } | null;
  statusPageUrl: string | null;
  lines: LineView[];
  /** Parcels that count; replaced numbers and cancelled fulfillments are left out. */
  parcels: OrderParcel[];
}

export interface OrdersOverview {
  total: number;
  /** Not cancelled and not wholly sent. */
  open: number;
  /** With a parcel that moves and is not delivered. */
  inTransit: number;
  attention: number;
}

export interface AttentionRow {
  id: string;
  name: string;
  processedAt: Date;
  customerName: string | null;
  reasons: AttentionReason[];
  /** Since when the first of its reasons holds. */
  since: Date;
}

export interface ImportProgress {
  id: string;
  /** `requested` and `running`: Shopify gathers; `downloading`: we read; then `done` or `failed`. */
  state: 'requested' | 'running' | 'downloading' | 'done' | 'failed';
  /** Orders first, then the scans of their parcels. */
  part: 'orders' | 'parcels';
  ordersTotal: number | null;
  ordersSeen: number;
  ordersApplied: number;
  startedAt: Date;
  finishedAt: Date | null;
  failure: string | null;
}
