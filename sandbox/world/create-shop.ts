import type { AddressRecord, LocationRecord, ShopPlan, ShopRecord } from './records.ts';
import { gid } from './gid.ts';
import { stamp } from './world.ts';

/** What has to be known to open a shop; the rest has Shopify's defaults. */
export interface NewShop {
  /** `example.myshopify.com` */
  domain: string;
  name: string;
  email: string;
  currency: string;
  ianaTimezone: string;
  /** The first is the primary one. */
  locales: string[];
  taxesIncluded: boolean;
  shopOwnerName?: string;
  phone?: string | null;
  address?: Partial<Omit<AddressRecord, 'id'>>;
  presentmentCurrencies?: string[];
  plan?: ShopPlan;
  primaryHost?: string;
  createdAt?: Date;
}

/** The records a new shop starts with: itself, its first location. */
export function createShopRecords(input: NewShop, now: Date, nextNumber: () => number): { shop: ShopRecord; location: LocationRecord } {
  const createdAt = stamp(input.createdAt ?? now);
  const address = (type: string): AddressRecord => ({
    firstName: null,
    lastName: null,
    company: input.name,
    address1: null,
    address2: null,
    city: null,
    province: null,
    provinceCode: null,
    zip: null,
    country: null,
    countryCode: null,
    phone: input.phone ?? null,
    latitude: null,
    longitude: null,
    ...input.address,
    id: gid(type, nextNumber()),
  });
  const host = input.primaryHost ?? input.domain;
  const shop: ShopRecord = {
    id: gid('Shop', nextNumber()),
    domain: input.domain,
    name: input.name,
    email: input.email,
    contactEmail: input.email,
    shopOwnerName: input.shopOwnerName ?? input.name,
    phone: input.phone ?? null,
    address: address('ShopAddress'),
    currency: input.currency,
    presentmentCurrencies: [...new Set([input.currency, ...(input.presentmentCurrencies ?? [])])],
    ianaTimezone: input.ianaTimezone,
    taxesIncluded: input.taxesIncluded,
    taxShipping: false,
    plan: input.plan ?? { publicDisplayName: 'Basic', partnerDevelopment: false, shopifyPlus: false },
    primaryDomain: { id: gid('Domain', nextNumber()), host, url: `https://${host}` },
    customerAccounts: 'NEW_CUSTOMER_ACCOUNTS',
    locales: input.locales.map((locale, index) => ({ locale, primary: index === 0, published: true })),
    policies: [],
    orderNumberFormatPrefix: '#',
    orderNumberFormatSuffix: '',
    nextOrderNumber: 1001,
    nextDraftNumber: 1,
    createdAt,
    updatedAt: createdAt,
  };
  const location: LocationRecord = {
    id: gid('Location', nextNumber()),
    name: input.address?.address1 ?? 'Shop location',
    address: address('MailingAddress'),
    isActive: true,
    isPrimary: true,
    fulfillsOnlineOrders: true,
    createdAt,
    updatedAt: createdAt,
  };
  return { shop, location };
}
