import { formattedAddress } from '#sandbox/world/address.ts';
import type { AddressRecord, LocationRecord, ShopLocaleRecord, ShopRecord } from '#sandbox/world/records.ts';
import type { AdminContext } from '../context.ts';
import type { Resolver } from '../resolver.ts';
import { legacyResourceId } from './wire.ts';

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

const storefront = (context: AdminContext) => context.urls.storefront(context.world.domain);

/** `Shop`; addresses of the storefront are where it answers in this run. */
export const shopFields: Record<string, Resolver> = {
  myshopifyDomain: (shop: ShopRecord) => shop.domain,
  currencyCode: (shop: ShopRecord) => shop.currency,
  enabledPresentmentCurrencies: (shop: ShopRecord) => shop.presentmentCurrencies,
  url: (_shop: ShopRecord, _args, context) => storefront(context),
  primaryDomain: (shop: ShopRecord, _args, context) => {
    const url = storefront(context);
    return { id: shop.primaryDomain.id, host: new URL(url).host, url, sslEnabled: url.startsWith('https:'), localization: null };
  },
  customerAccountsV2: (shop: ShopRecord, _args, context) => ({
    customerAccountsVersion: shop.customerAccounts,
    loginLinksVisibleOnStorefrontAndCheckout: true,
    loginRequiredAtCheckout: false,
    url: `${storefront(context)}/account`,
  }),
  shopAddress: (shop: ShopRecord) => shop.address,
  shopPolicies: (shop: ShopRecord, _args, context) => shop.policies.map((policy) => ({ ...policy, url: new URL(new URL(policy.url).pathname, storefront(context)).href })),
  timezoneOffset: (shop: ShopRecord, _args, { clock }) => offsetText(offsetMinutes(shop.ianaTimezone, clock.now())),
  timezoneOffsetMinutes: (shop: ShopRecord, _args, { clock }) => offsetMinutes(shop.ianaTimezone, clock.now()),
  timezoneAbbreviation: (shop: ShopRecord, _args, { clock }) => part(shop.ianaTimezone, clock.now(), 'short'),
  weightUnit: (shop: ShopRecord) => (shop.address.countryCode === 'US' ? 'POUNDS' : 'KILOGRAMS'),
  unitSystem: (shop: ShopRecord) => (shop.address.countryCode === 'US' ? 'IMPERIAL_SYSTEM' : 'METRIC_SYSTEM'),
  setupRequired: () => false,
  transactionalSmsDisabled: () => false,
};

/** `ShopAddress`. */
export const shopAddressFields: Record<string, Resolver> = {
  countryCodeV2: (address: AddressRecord) => address.countryCode,
  name: () => null,
};

/** `ShopLocale`. */
export const shopLocaleFields: Record<string, Resolver> = {
  name: (locale: ShopLocaleRecord) => languageNames.of(locale.locale) ?? locale.locale,
};

/** `Location`. */
export const locationFields: Record<string, Resolver> = {
  legacyResourceId,
  address: (location: LocationRecord) => ({ ...location.address, formatted: formattedAddress(location.address, { withName: false, withCompany: false }) }),
  addressVerified: () => false,
  isFulfillmentService: () => false,
  shipsInventory: (location: LocationRecord) => location.isActive && location.fulfillsOnlineOrders,
  hasActiveInventory: (location: LocationRecord, _args, { world }) => [...world.variants.all()].some((variant) => variant.stock.some((level) => level.locationId === location.id)),
  hasUnfulfilledOrders: (location: LocationRecord, _args, { world }) =>
    [...world.fulfillmentOrders.all()].some((record) => record.locationId === location.id && record.status !== 'CLOSED' && record.status !== 'CANCELLED'),
  deactivatedAt: () => null,
};

function part(timeZone: string, at: Date, timeZoneName: 'longOffset' | 'short'): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName }).formatToParts(at);
  return parts.find((piece) => piece.type === 'timeZoneName')?.value ?? 'UTC';
}

function offsetMinutes(timeZone: string, at: Date): number {
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(part(timeZone, at, 'longOffset'));
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

function offsetText(minutes: number): string {
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(minutes) / 60))}${digits(Math.abs(minutes) % 60)}`;
}
