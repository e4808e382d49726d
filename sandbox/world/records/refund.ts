import type { Gid } from '#sandbox/contract.ts';
import type { MoneyBag } from './money.ts';

/** What happened to the goods of a refunded line. */
export type RestockType = 'CANCEL' | 'LEGACY_RESTOCK' | 'NO_RESTOCK' | 'RETURN';

/** One refunded order line. */
export interface RefundLineRecord {
  id: Gid;
  lineItemId: Gid;
  quantity: number;
  restockType: RestockType;
  restocked: boolean;
  locationId: Gid | null;
  price: MoneyBag;
  subtotal: MoneyBag;
  totalTax: MoneyBag;
}

/** What was given back less than the lines and shipping are worth; negative when more was. */
export interface OrderAdjustmentRecord {
  id: Gid;
  reason: string;
  amount: MoneyBag;
  taxAmount: MoneyBag;
}

/** Money and goods given back. */
export interface RefundRecord {
  id: Gid;
  orderId: Gid;
  returnId: Gid | null;
  note: string | null;
  lineItems: RefundLineRecord[];
  shipping: { id: Gid; shippingLineId: Gid; subtotal: MoneyBag; tax: MoneyBag }[];
  duties: { dutyId: Gid; amount: MoneyBag }[];
  adjustments: OrderAdjustmentRecord[];
  /** The order's transactions that belong to this refund. */
  transactionIds: Gid[];
  processedAt: string;
  createdAt: string;
  updatedAt: string;
}

/** Where a return stands. */
type ReturnStatus = 'CANCELED' | 'CLOSED' | 'DECLINED' | 'OPEN' | 'REQUESTED';

/** Goods on their way back; the life cycle comes with a later issue. */
export interface ReturnRecord {
  id: Gid;
  orderId: Gid;
  name: string;
  status: ReturnStatus;
  totalQuantity: number;
  decline: { reason: 'FINAL_SALE' | 'OTHER' | 'RETURN_PERIOD_ENDED'; note: string | null } | null;
  lineItems: {
    id: Gid;
    fulfillmentLineItemId: Gid;
    quantity: number;
    processedQuantity: number;
    refundedQuantity: number;
    reasonDefinitionId: Gid | null;
    reasonNote: string;
    customerNote: string | null;
  }[];
  requestedAt: string | null;
  closedAt: string | null;
  createdAt: string;
}

/** The work of taking a return back at one location. */
export interface ReverseFulfillmentOrderRecord {
  id: Gid;
  returnId: Gid;
  status: 'CANCELED' | 'CLOSED' | 'OPEN';
  lineItems: {
    id: Gid;
    fulfillmentLineItemId: Gid;
    totalQuantity: number;
    dispositions: { id: Gid; type: 'MISSING' | 'NOT_RESTOCKED' | 'PROCESSING_REQUIRED' | 'RESTOCKED'; quantity: number; locationId: Gid | null }[];
  }[];
}

/** A reason customers can name for a return. */
export interface ReturnReasonRecord {
  id: Gid;
  handle: string;
  name: string;
  deleted: boolean;
}

/** An order edit that is not committed yet. */
export interface CalculatedOrderRecord {
  id: Gid;
  orderId: Gid;
  /** Wanted quantity per existing line. */
  quantities: Record<Gid, { quantity: number; restock: boolean }>;
  added: { id: Gid; variantId: Gid; quantity: number; locationId: Gid | null }[];
  createdAt: string;
}
