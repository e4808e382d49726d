import type { Gid } from '#sandbox/contract.ts';
import type { AddressRecord } from './address.ts';

/** The merchant's subscription as `shop.plan` shows it. */
export interface ShopPlan {
  publicDisplayName: string;
  partnerDevelopment: boolean;
  shopifyPlus: boolean;
}

/** A language of the shop. */
export interface ShopLocaleRecord {
  locale: string;
  primary: boolean;
  published: boolean;
}

/** The kinds of legal text a shop can publish. */
export type PolicyType =
  | 'CONTACT_INFORMATION'
  | 'LEGAL_NOTICE'
  | 'PRIVACY_POLICY'
  | 'REFUND_POLICY'
  | 'SHIPPING_POLICY'
  | 'SUBSCRIPTION_POLICY'
  | 'TERMS_OF_SALE'
  | 'TERMS_OF_SERVICE';

/** A legal text of the shop. */
export interface PolicyRecord {
  id: Gid;
  type: PolicyType;
  title: string;
  body: string;
  url: string;
  createdAt: string;
  updatedAt: string;
}

/** JSON that an app keeps with its installation, for its own blocks in the theme. */
export interface AppMetafieldRecord {
  namespace: string;
  key: string;
  type: string;
  value: string;
  updatedAt: string;
}

/** Where nobody knows what Shopify does, or where it is made to differ on purpose. */
export interface ReturnSwitches {
  /** Whether `returnProcess` closes a return with nothing left to process. */
  processCloses: boolean;
  /** Smallest units by which suggested refunds differ from what they should be. */
  previewOff: number;
}

/** The shop itself. */
export interface ShopRecord {
  id: Gid;
  /** `example.myshopify.com`; changes when the shop is renamed. */
  domain: string;
  name: string;
  email: string;
  contactEmail: string;
  shopOwnerName: string;
  phone: string | null;
  address: AddressRecord;
  currency: string;
  /** Currencies customers may pay in, the shop's own first. */
  presentmentCurrencies: string[];
  ianaTimezone: string;
  taxesIncluded: boolean;
  taxShipping: boolean;
  plan: ShopPlan;
  primaryDomain: { id: Gid; host: string; url: string };
  customerAccounts: 'CLASSIC' | 'NEW_CUSTOMER_ACCOUNTS';
  locales: ShopLocaleRecord[];
  policies: PolicyRecord[];
  /** What the one app of the sandbox keeps here. */
  appMetafields?: AppMetafieldRecord[];
  orderNumberFormatPrefix: string;
  orderNumberFormatSuffix: string;
  /** Number of the next order, 1001 in a new shop. */
  nextOrderNumber: number;
  /** Number of the next draft order, 1 in a new shop. */
  nextDraftNumber: number;
  /** Absent until somebody sets them. */
  returnSwitches?: ReturnSwitches;
  createdAt: string;
  updatedAt: string;
}

/** A place that holds stock and ships. */
export interface LocationRecord {
  id: Gid;
  name: string;
  address: AddressRecord;
  isActive: boolean;
  isPrimary: boolean;
  fulfillsOnlineOrders: boolean;
  createdAt: string;
  updatedAt: string;
}
