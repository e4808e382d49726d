import type { Gid } from '#sandbox/contract.ts';
import type { AddressInput } from '../address.ts';
import type { MoneyBagInput } from '../money-input.ts';
import type { TransactionKind, TransactionRecord } from '../records.ts';

/** `OrderCreateTaxLineInput`. */
export interface TaxLineInput {
  title: string;
  rate: string;
  priceSet?: MoneyBagInput | null;
  channelLiable?: boolean | null;
}

/** `OrderCreateLineItemInput`. */
export interface LineItemInput {
  variantId?: Gid | null;
  productId?: Gid | null;
  title?: string | null;
  variantTitle?: string | null;
  sku?: string | null;
  vendor?: string | null;
  quantity: number;
  priceSet?: MoneyBagInput | null;
  requiresShipping?: boolean | null;
  taxable?: boolean | null;
  giftCard?: boolean | null;
  taxLines?: TaxLineInput[] | null;
  properties?: { name: string; value: string }[] | null;
}

/** `OrderCreateOrderInput`, as far as the sandbox honours it. */
export interface OrderCreateInput {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  customerId?: Gid | null;
  customer?: { toAssociate?: { id?: Gid | null; email?: string | null } | null; toUpsert?: CustomerUpsertInput | null } | null;
  currency?: string | null;
  presentmentCurrency?: string | null;
  taxesIncluded?: boolean | null;
  test?: boolean | null;
  sourceName?: string | null;
  sourceIdentifier?: string | null;
  poNumber?: string | null;
  note?: string | null;
  tags?: string[] | null;
  customAttributes?: { key: string; value: string }[] | null;
  buyerAcceptsMarketing?: boolean | null;
  shippingAddress?: AddressInput | null;
  billingAddress?: AddressInput | null;
  lineItems?: LineItemInput[] | null;
  taxLines?: TaxLineInput[] | null;
  shippingLines?: { title: string; code?: string | null; source?: string | null; priceSet: MoneyBagInput; taxLines?: TaxLineInput[] | null }[] | null;
  discountCode?: {
    itemFixedDiscountCode?: { code: string; amountSet?: MoneyBagInput | null } | null;
    itemPercentageDiscountCode?: { code: string; percentage?: number | null } | null;
    freeShippingDiscountCode?: { code: string } | null;
  } | null;
  transactions?: {
    amountSet: MoneyBagInput;
    kind?: TransactionKind | null;
    status?: TransactionRecord['status'] | null;
    gateway?: string | null;
    authorizationCode?: string | null;
    locationId?: Gid | null;
    processedAt?: string | null;
  }[] | null;
  financialStatus?: 'AUTHORIZED' | 'EXPIRED' | 'PAID' | 'PARTIALLY_PAID' | 'PARTIALLY_REFUNDED' | 'PENDING' | 'REFUNDED' | 'VOIDED' | null;
  fulfillmentStatus?: 'FULFILLED' | 'PARTIAL' | 'RESTOCKED' | null;
  fulfillment?: {
    locationId: Gid;
    trackingCompany?: string | null;
    trackingNumber?: string | null;
    trackingNumbers?: string[] | null;
    notifyCustomer?: boolean | null;
  } | null;
  processedAt?: string | null;
  closedAt?: string | null;
}

/** `OrderCreateUpsertCustomerAttributesInput`. */
interface CustomerUpsertInput {
  id?: Gid | null;
  email?: string | null;
  phone?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  note?: string | null;
  tags?: string[] | null;
  addresses?: AddressInput[] | null;
}

/** `OrderCreateOptionsInput`. */
export interface OrderCreateOptions {
  inventoryBehaviour?: 'BYPASS' | 'DECREMENT_IGNORING_POLICY' | 'DECREMENT_OBEYING_POLICY' | null;
}
