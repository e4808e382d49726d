import type { Gid } from '#sandbox/contract.ts';
import type { AddressRecord, AttributeRecord, DiscountApplicationRecord, ImageRecord, MoneyBag, TransactionKind, TransactionRecord } from './records.ts';

/** A tax to put on a line; without a price it is worked out from the rate. */
export interface NewTax {
  title: string;
  /** As a fraction. */
  rate: number;
  price?: MoneyBag;
  channelLiable?: boolean;
}

/** A discount to give; `lines` are indexes into the new order's lines, absent for all of them. */
export interface NewDiscount {
  kind: DiscountApplicationRecord['kind'];
  title: string;
  description?: string | null;
  target: 'LINE_ITEM' | 'SHIPPING_LINE';
  lines?: number[];
  /** Percent (10 is 10 %) or an amount shared over the lines. */
  value: DiscountApplicationRecord['value'];
}

/** One line of an order to place. */
export interface NewLine {
  productId: Gid | null;
  variantId: Gid | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  image: ImageRecord | null;
  quantity: number;
  unitPrice: MoneyBag;
  requiresShipping: boolean;
  taxable: boolean;
  giftCard: boolean;
  grams: number;
  taxes: NewTax[];
  duty?: { harmonizedSystemCode: string | null; countryCodeOfOrigin: string | null; price: MoneyBag };
  customAttributes: AttributeRecord[];
}

/** A payment that came with the order. */
interface NewTransaction {
  kind: TransactionKind;
  status: TransactionRecord['status'];
  gateway: string;
  amount: MoneyBag;
  authorizationCode?: string | null;
  processedAt?: string;
}

/** Everything `placeOrder` is told; all of it checked by the caller. */
export interface NewOrder {
  name?: string;
  customerId: Gid | null;
  email: string | null;
  phone: string | null;
  customerLocale: string | null;
  currency: string;
  presentmentCurrency: string;
  taxesIncluded: boolean;
  test: boolean;
  sourceName: string;
  sourceIdentifier: string | null;
  appTitle: string | null;
  locationId: Gid | null;
  cartToken: string | null;
  poNumber: string | null;
  note: string | null;
  tags: string[];
  customAttributes: AttributeRecord[];
  buyerAcceptsMarketing: boolean;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
  lines: NewLine[];
  shipping: { title: string; code: string | null; source: string | null; price: MoneyBag; taxes: NewTax[] }[];
  discounts: NewDiscount[];
  tip: MoneyBag | null;
  transactions: NewTransaction[];
  /** A single payment of this kind over the whole total, made after it is known. */
  payInFull: { kind: 'AUTHORIZATION' | 'SALE'; gateway: string } | null;
  statedFinancialStatus: 'EXPIRED' | 'PARTIALLY_PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'VOIDED' | null;
  stock: 'BYPASS' | 'DECREMENT';
  processedAt: string;
  closedAt: string | null;
}

/** The fields of an order that are usually left at their defaults. */
export function orderDefaults(shop: { currency: string; taxesIncluded: boolean }, now: string) {
  return {
    customerId: null,
    email: null,
    phone: null,
    customerLocale: null,
    currency: shop.currency,
    presentmentCurrency: shop.currency,
    taxesIncluded: shop.taxesIncluded,
    test: false,
    sourceName: 'web',
    sourceIdentifier: null,
    appTitle: null,
    locationId: null,
    cartToken: null,
    poNumber: null,
    note: null,
    tags: [],
    customAttributes: [],
    buyerAcceptsMarketing: false,
    shippingAddress: null,
    billingAddress: null,
    lines: [],
    shipping: [],
    discounts: [],
    tip: null,
    transactions: [],
    payInFull: null,
    statedFinancialStatus: null,
    stock: 'BYPASS',
    processedAt: now,
    closedAt: null,
  } satisfies NewOrder;
}
