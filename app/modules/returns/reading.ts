/** A return as one reading of Shopify found it, whole. */
export interface ReturnReading {
  id: string;
  orderId: string;
  name: string;
  status: ReturnStatus;
  createdAt: Date;
  requestApprovedAt: Date | null;
  closedAt: Date | null;
  declineReason: string | null;
  declineNote: string | null;
  totalQuantity: number;
  shippingFee: Amounts;
  refunds: readonly { id: string; createdAt: Date | null }[];
  lines: readonly LineReading[];
  exchangeLines: readonly ExchangeLineReading[];
  works: readonly WorkReading[];
  deliveries: readonly DeliveryReading[];
}

/** Shopify's word in lower case. */
export type ReturnStatus = 'requested' | 'open' | 'declined' | 'closed' | 'canceled';

/** Minor units of the shop's currency, and of the one that the customer paid in. */
export interface Amounts {
  shop: number;
  presentment: number;
}

export interface LineReading {
  id: string;
  /** Null for what Shopify itself could not match to the order. */
  orderLineId: string | null;
  fulfillmentLineId: string | null;
  quantity: number;
  processed: number;
  refundable: number;
  refunded: number;
  /** The handle of Shopify's reason, and its name in the shop's language. */
  reason: string | null;
  reasonName: string | null;
  reasonNote: string | null;
  customerNote: string | null;
  /** A restocking fee. */
  feePercentage: number | null;
  fee: Amounts;
  value: Amounts;
}

export interface ExchangeLineReading {
  id: string;
  productId: string | null;
  variantId: string | null;
  title: string | null;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  processed: number;
}

/** A reverse fulfillment order: the work of taking units back at one location. */
export interface WorkReading {
  id: string;
  status: string;
  lines: readonly { id: string; orderLineId: string | null; quantity: number }[];
  dispositions: readonly DispositionReading[];
}

export interface DispositionReading {
  id: string;
  lineId: string;
  type: string;
  quantity: number;
  locationName: string | null;
  createdAt: Date;
}

/** A parcel on its way back. */
export interface DeliveryReading {
  id: string;
  workId: string;
  carrier: string | null;
  number: string | null;
  url: string | null;
  labelUrl: string | null;
  labelMadeAt: Date | null;
}

/** All returns of an order, as they stood together. */
export interface OrderReading {
  orderId: string;
  /** Shopify's own time of the order, which moves with each of its returns. */
  orderUpdatedAt: Date;
  readAt: Date;
  returns: readonly ReturnReading[];
}
