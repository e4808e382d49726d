import type { Gid } from '#sandbox/contract.ts';
import type { AddressRecord, AttributeRecord } from './address.ts';
import type { ImageRecord } from './catalog.ts';
import type { MoneyBag } from './money.ts';

/** A tax on a line or on shipping. */
export interface TaxLineRecord {
  title: string;
  /** As a fraction: 0.19 is 19 %. */
  rate: number;
  price: MoneyBag;
  channelLiable: boolean;
}

/** A reduction of the whole order, of one line or of shipping. */
export interface DiscountApplicationRecord {
  index: number;
  kind: 'CODE' | 'MANUAL' | 'AUTOMATIC';
  /** The code typed, or the title shown. */
  title: string;
  description: string | null;
  targetType: 'LINE_ITEM' | 'SHIPPING_LINE';
  targetSelection: 'ALL' | 'EXPLICIT';
  allocationMethod: 'ACROSS' | 'EACH';
  value: { type: 'percentage'; percentage: number } | { type: 'fixed'; amount: MoneyBag };
}

/** The share of a discount that falls on one line. */
export interface DiscountAllocationRecord {
  applicationIndex: number;
  amount: MoneyBag;
}

/** Import duty of a line. */
export interface DutyRecord {
  id: Gid;
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
  price: MoneyBag;
  taxLines: TaxLineRecord[];
}

/** One line of an order; prices are as sold, whatever the catalogue says later. */
export interface LineItemRecord {
  id: Gid;
  orderId: Gid;
  productId: Gid | null;
  variantId: Gid | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  image: ImageRecord | null;
  /** As ordered, with what edits added. */
  quantity: number;
  /** After edits and refunds. */
  currentQuantity: number;
  /** Taken back by refunds. */
  refundedQuantity: number;
  requiresShipping: boolean;
  taxable: boolean;
  giftCard: boolean;
  grams: number;
  unitPrice: MoneyBag;
  discountAllocations: DiscountAllocationRecord[];
  taxLines: TaxLineRecord[];
  duties: DutyRecord[];
  customAttributes: AttributeRecord[];
}

/** A shipping charge. */
export interface ShippingLineRecord {
  id: Gid;
  orderId: Gid;
  title: string;
  code: string | null;
  source: string | null;
  price: MoneyBag;
  discountAllocations: DiscountAllocationRecord[];
  taxLines: TaxLineRecord[];
  refunded: MoneyBag;
}

/** What a payment transaction does. */
export type TransactionKind = 'AUTHORIZATION' | 'CAPTURE' | 'CHANGE' | 'EMV_AUTHORIZATION' | 'REFUND' | 'SALE' | 'SUGGESTED_REFUND' | 'VOID';

/** A movement of money on an order. */
export interface TransactionRecord {
  id: Gid;
  orderId: Gid;
  kind: TransactionKind;
  status: 'AWAITING_RESPONSE' | 'ERROR' | 'FAILURE' | 'PENDING' | 'SUCCESS' | 'UNKNOWN';
  gateway: string;
  amount: MoneyBag;
  parentId: Gid | null;
  authorizationCode: string | null;
  test: boolean;
  processedAt: string;
  createdAt: string;
}

/** What processing a return charged the customer. */
export interface ReturnFeeRecord {
  id: Gid;
  returnId: Gid;
  kind: 'RESTOCKING' | 'RETURN_SHIPPING';
  amount: MoneyBag;
}

/** Why an order was cancelled. */
export type CancelReason = 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';

/** What a customer bought. Totals and states are derived by `order-totals.ts` and `order-status.ts`. */
export interface OrderRecord {
  id: Gid;
  number: number;
  name: string;
  confirmationNumber: string;
  /** Secret part of the status page's address. */
  token: string;
  customerId: Gid | null;
  email: string | null;
  phone: string | null;
  customerLocale: string | null;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  dutiesIncluded: boolean;
  test: boolean;
  /** `web`, `pos`, `shopify_draft_order` or an app's id. */
  sourceName: string;
  sourceIdentifier: string | null;
  appTitle: string | null;
  locationId: Gid | null;
  cartToken: string | null;
  checkoutToken: string | null;
  poNumber: string | null;
  note: string | null;
  tags: string[];
  customAttributes: AttributeRecord[];
  buyerAcceptsMarketing: boolean;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
  lineItems: LineItemRecord[];
  shippingLines: ShippingLineRecord[];
  discountApplications: DiscountApplicationRecord[];
  tip: MoneyBag;
  returnFees: ReturnFeeRecord[];
  transactions: TransactionRecord[];
  /** The price when the order was placed; edits and refunds do not touch it. */
  originalTotal: MoneyBag;
  /** Set when the order was made with a status but without the transactions that prove it. */
  statedFinancialStatus: FinancialStatus | null;
  edited: boolean;
  cancelReason: CancelReason | null;
  cancelStaffNote: string | null;
  cancelledAt: string | null;
  closedAt: string | null;
  processedAt: string;
  createdAt: string;
  updatedAt: string;
}

/** What `displayFinancialStatus` can say. */
export type FinancialStatus = 'AUTHORIZED' | 'EXPIRED' | 'PAID' | 'PARTIALLY_PAID' | 'PARTIALLY_REFUNDED' | 'PENDING' | 'REFUNDED' | 'VOIDED';

/** A price that was agreed before the order exists. */
export interface DraftLineRecord {
  id: Gid;
  variantId: Gid | null;
  productId: Gid | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  unitPrice: MoneyBag;
  requiresShipping: boolean;
  taxable: boolean;
  discount: DraftDiscountRecord | null;
  customAttributes: AttributeRecord[];
}

/** A discount the merchant gives by hand. */
export interface DraftDiscountRecord {
  title: string;
  description: string | null;
  valueType: 'FIXED_AMOUNT' | 'PERCENTAGE';
  /** Percent, or an amount in the presentment currency as a decimal string. */
  value: string;
}

/** An order the merchant prepares. */
export interface DraftOrderRecord {
  id: Gid;
  name: string;
  status: 'COMPLETED' | 'INVOICE_SENT' | 'OPEN';
  customerId: Gid | null;
  email: string | null;
  phone: string | null;
  currency: string;
  presentmentCurrency: string;
  note: string | null;
  tags: string[];
  customAttributes: AttributeRecord[];
  poNumber: string | null;
  taxExempt: boolean;
  lineItems: DraftLineRecord[];
  discount: DraftDiscountRecord | null;
  shippingLine: { title: string; price: MoneyBag } | null;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
  orderId: Gid | null;
  completedAt: string | null;
  createdAt: string;
  updatedAt: string;
}
