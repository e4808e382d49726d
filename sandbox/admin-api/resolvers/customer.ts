import { customerFigures } from '#sandbox/world/customer-figures.ts';
import { formattedAddress, fullName } from '#sandbox/world/address.ts';
import type { AddressRecord, ConsentRecord, CustomerRecord } from '#sandbox/world/records.ts';
import type { PageArgs } from '../connection.ts';
import type { AdminContext } from '../context.ts';
import { searchFilter } from '../search/search-filter.ts';
import { honours, type Resolver } from '../resolver.ts';
import { seesOrder } from './order-access.ts';
import { orderSearch, orderSortValue, readableQuery } from './order-search.ts';
import { sortedPage } from './sorted-page.ts';
import { storeCreditAccounts } from './store-credit.ts';
import { legacyResourceId, moneyV2 } from './wire.ts';

const figures = (customer: CustomerRecord, context: AdminContext) => customerFigures(context.world, customer.id, context.world.shop.currency);

/** `Customer`. Figures are Shopify's own and count orders the caller may not see. */
export const customerFields: Record<string, Resolver> = {
  legacyResourceId,
  displayName: (customer: CustomerRecord) => fullName(customer) ?? customer.email ?? customer.phone ?? '',
  defaultEmailAddress: (customer: CustomerRecord, _args, context) =>
    customer.email === null
      ? null
      : {
          emailAddress: customer.email,
          marketingState: customer.emailConsent.state,
          marketingOptInLevel: customer.emailConsent.optInLevel,
          marketingUpdatedAt: customer.emailConsent.updatedAt,
          marketingUnsubscribeUrl: `${context.urls.storefront(context.world.domain)}/account/unsubscribe`,
          openTrackingLevel: 'UNKNOWN',
          openTrackingUrl: `${context.urls.storefront(context.world.domain)}/account/open-tracking`,
          sourceLocation: null,
          validFormat: true,
        },
  defaultPhoneNumber: (customer: CustomerRecord) => {
    if (customer.phone === null) return null;
    const { state, optInLevel, updatedAt } = customer.smsConsent;
    return {
      phoneNumber: customer.phone,
      marketingState: state,
      marketingOptInLevel: optInLevel,
      marketingUpdatedAt: updatedAt,
      marketingCollectedFrom: null,
      sourceLocation: null,
      smsMarketingConsent: { __typename: 'CustomerSmsMarketingConsent', ...phoneConsent(customer.smsConsent) },
      whatsAppMarketingConsent: { __typename: 'CustomerWhatsAppMarketingConsent', ...phoneConsent(customer.whatsAppConsent) },
    };
  },
  numberOfOrders: (customer: CustomerRecord, _args, context) => String(figures(customer, context).numberOfOrders),
  amountSpent: (customer: CustomerRecord, _args, context) => moneyV2(figures(customer, context).amountSpent),
  lastOrder: (customer: CustomerRecord, _args, context) => {
    const { lastOrder } = figures(customer, context);
    return lastOrder && seesOrder(lastOrder, context) ? lastOrder : null;
  },
  orders: honours(['query', 'sortKey'], (customer: CustomerRecord, args: PageArgs & { query?: string | null; sortKey?: string | null }, context, info) => {
    const search = searchFilter(readableQuery(args.query), orderSearch(context.world), context.clock.now());
    context.reportSearch(info, search);
    const orders = context.world.orders.where('customer', customer.id).filter((order) => seesOrder(order, context) && search.matches(order));
    return sortedPage(orders, orderSortValue(context.world, args.sortKey ?? 'ID'), args);
  }),
  addressesV2: (customer: CustomerRecord) => customer.addresses,
  addresses: (customer: CustomerRecord) => customer.addresses,
  defaultAddress: (customer: CustomerRecord) => customer.addresses.find((address) => address.id === customer.defaultAddressId) ?? null,
  canDelete: (customer: CustomerRecord, _args, { world }) => world.orders.where('customer', customer.id).length === 0,
  statistics: (customer: CustomerRecord, _args, context) => ({ predictedSpendTier: spendTier(figures(customer, context).amountSpent.minor), rfmGroup: null }),
  lifetimeDuration: (customer: CustomerRecord, _args, { clock }) => lifetime(Date.parse(customer.createdAt), clock.now().getTime()),
  dataSaleOptOut: () => false,
  storeCreditAccounts,
  multipassIdentifier: () => null,
  taxExemptions: () => [],
};

/** `MailingAddress`. */
export const mailingAddressFields: Record<string, Resolver> = {
  name: (address: AddressRecord) => fullName(address),
  countryCodeV2: (address: AddressRecord) => address.countryCode,
  coordinatesValidated: () => false,
  validationResultSummary: () => null,
  timeZone: () => null,
  formattedArea: (address: AddressRecord) => [address.city, address.provinceCode, address.country].filter(Boolean).join(', ') || null,
  formatted: honours(['withName', 'withCompany'], (address: AddressRecord, args: { withName?: boolean | null; withCompany?: boolean | null }) =>
    formattedAddress(address, { withName: args.withName ?? false, withCompany: args.withCompany ?? true }),
  ),
};

function spendTier(minor: number): 'HIGH' | 'LOW' | 'MEDIUM' {
  if (minor >= 50_000) return 'HIGH';
  return minor >= 10_000 ? 'MEDIUM' : 'LOW';
}

function lifetime(from: number, to: number): string {
  const days = Math.max(0, Math.floor((to - from) / 86_400_000));
  if (days < 30) return `${days} days`;
  return days < 365 ? `about ${Math.round(days / 30)} months` : `about ${Math.round(days / 365)} years`;
}

/** The newer types of consent have a word of their own for who was never asked. */
function phoneConsent({ state, optInLevel, updatedAt }: ConsentRecord) {
  return { state: state === 'NOT_SUBSCRIBED' ? 'NEVER_SUBSCRIBED' : state, optInLevel, updatedAt, collectedFrom: null, sourceLocation: null };
}
