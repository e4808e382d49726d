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
  reason: 'CUSTOMER' | 'DAMAGE' | 'REFUND_DISCREPANCY' | 'RESTOCK';
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

/** An order edit that is not committed yet. */
export interface CalculatedOrderRecord {
  id: Gid;
  orderId: Gid;
  /** Wanted quantity per existing line. */
  quantities: Record<Gid, { quantity: number; restock: boolean }>;
  added: { id: Gid; variantId: Gid; quantity: number; locationId: Gid | null }[];
  createdAt: string;
}
