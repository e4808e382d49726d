import type { Gid } from '#sandbox/contract.ts';
import type { MoneyBag } from './money.ts';

/** Where a return stands. */
export type ReturnStatus = 'CANCELED' | 'CLOSED' | 'DECLINED' | 'OPEN' | 'REQUESTED';

/** A share of what a line costs, kept for handling it. */
export interface RestockingFeeRecord {
  id: Gid;
  /** 15 is 15 %. */
  percentage: number;
  /** For all units of the return line. */
  amount: MoneyBag;
}

/** Units of one fulfillment line on their way back. */
export interface ReturnLineRecord {
  id: Gid;
  fulfillmentLineItemId: Gid;
  /** The order's line that was fulfilled. */
  lineItemId: Gid;
  quantity: number;
  processedQuantity: number;
  refundedQuantity: number;
  reasonDefinitionId: Gid;
  reasonNote: string;
  customerNote: string | null;
  restockingFee: RestockingFeeRecord | null;
}

/** A reduction the merchant gives on an exchange line: percent of it, or an amount off all its units. */
export interface ExchangeDiscountRecord {
  description: string | null;
  value: { type: 'percentage'; percentage: number } | { type: 'fixed'; amount: MoneyBag };
}

/** What the customer gets instead; it joins the order's lines when it is processed. */
export interface ExchangeLineRecord {
  id: Gid;
  variantId: Gid;
  productId: Gid;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  processedQuantity: number;
  unitPrice: MoneyBag;
  taxable: boolean;
  discount: ExchangeDiscountRecord | null;
  /** The order's lines that processing made, one for each time. */
  lineItemIds: Gid[];
}

/** Goods on their way back, and what is given for them. */
export interface ReturnRecord {
  id: Gid;
  orderId: Gid;
  /** `#1001-R1` */
  name: string;
  status: ReturnStatus;
  decline: { reason: 'FINAL_SALE' | 'OTHER' | 'RETURN_PERIOD_ENDED'; note: string | null } | null;
  lineItems: ReturnLineRecord[];
  exchangeLineItems: ExchangeLineRecord[];
  /** What sending it back costs the customer; charged to the order with the first units processed. */
  shippingFee: { id: Gid; amount: MoneyBag; charged: boolean } | null;
  requestedAt: string | null;
  requestApprovedAt: string | null;
  closedAt: string | null;
  createdAt: string;
}

/** What became of units that came back, or did not. */
export type DispositionType = 'MISSING' | 'NOT_RESTOCKED' | 'PROCESSING_REQUIRED' | 'RESTOCKED';

/** Units that were looked at together. */
export interface DispositionRecord {
  id: Gid;
  type: DispositionType;
  quantity: number;
  locationId: Gid | null;
  createdAt: string;
}

/** Units of a return line to be received. */
export interface ReverseFulfillmentLineRecord {
  id: Gid;
  returnLineItemId: Gid;
  fulfillmentLineItemId: Gid;
  totalQuantity: number;
  dispositions: DispositionRecord[];
}

/** The work of taking a return back at one location. */
export interface ReverseFulfillmentOrderRecord {
  id: Gid;
  orderId: Gid;
  returnId: Gid;
  locationId: Gid;
  status: 'CANCELED' | 'CLOSED' | 'OPEN';
  lineItems: ReverseFulfillmentLineRecord[];
}

/** A parcel from the customer. */
export interface ReverseDeliveryRecord {
  id: Gid;
  orderId: Gid;
  returnId: Gid;
  reverseFulfillmentOrderId: Gid;
  lineItems: { id: Gid; reverseFulfillmentOrderLineItemId: Gid; quantity: number }[];
  tracking: { carrierName: string | null; number: string | null; url: string | null } | null;
  label: { publicFileUrl: string; createdAt: string; updatedAt: string } | null;
}

/** A reason customers can name for a return. */
export interface ReturnReasonRecord {
  id: Gid;
  handle: string;
  name: string;
  deleted: boolean;
}
