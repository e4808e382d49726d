import type { CustomerRecord, FulfillmentOrderRecord, OrderRecord, ProductRecord } from '#sandbox/world/records.ts';
import type { PageArgs } from '../connection.ts';
import type { AdminContext } from '../context.ts';
import { searchFilter, type SearchTable } from '../search/search-filter.ts';
import { honours, type Resolver } from '../resolver.ts';
import { currentAppInstallation } from './app.ts';
import { inventoryItem } from './catalog.ts';
import { candidateCustomers, customerSearch, customerSortValue } from './customer-search.ts';
import { visibleFulfillment } from './fulfillment.ts';
import { findNode } from './node.ts';
import { seesOrder, visibleOrder } from './order-access.ts';
import { candidateOrders, orderSearch, orderSortValue, readableQuery } from './order-search.ts';
import { productSearch, productSortValue, variantSearch } from './product-search.ts';
import { returnQueries } from './return-queries.ts';
import { sortedPage } from './sorted-page.ts';
import { exactCount, expectId } from './wire.ts';

type Found = PageArgs & { query?: string | null; sortKey?: string | null };
type Info = Parameters<Resolver>[3];

const byId = (type: string, find: (id: string, context: AdminContext) => unknown): Resolver =>
  honours(['id'], (_source, args: { id: string }, context) => find(expectId(args.id, type), context));

/** The queries of the Admin API that the world answers. */
export const queries: Record<string, Resolver> = {
  ...returnQueries,
  shop: (_source, _args, { world }) => world.shop,
  shopLocales: honours(['published'], (_source, args: { published?: boolean | null }, { world }) => world.shop.locales.filter((locale) => !args.published || locale.published)),
  currentAppInstallation,
  node: honours(['id'], (_source, args: { id: string }, context) => findNode(args.id, context)),
  nodes: honours(['ids'], (_source, args: { ids: string[] }, context) => args.ids.map((id) => findNode(id, context))),

  order: byId('Order', visibleOrder),
  orders: honours(['query', 'sortKey'], (_source, args: Found, context, info) =>
    sortedPage(findOrders(args.query, context, info), orderSortValue(context.world, args.sortKey ?? 'PROCESSED_AT'), args),
  ),
  ordersCount: honours(['query', 'limit'], (_source, args: Found & { limit?: number | null }, context, info) => limitedCount(findOrders(args.query, context, info).length, args.limit)),
  orderByIdentifier: honours(['identifier.id'], (_source, args: { identifier: { id: string } }, context) => visibleOrder(expectId(args.identifier.id, 'Order'), context)),
  refund: byId('Refund', (id, context) => {
    const refund = context.world.refunds.get(id);
    return refund && visibleOrder(refund.orderId, context) ? refund : null;
  }),

  customer: byId('Customer', (id, { world }) => world.customers.get(id)),
  customers: honours(['query', 'sortKey'], (_source, args: Found, context, info) => sortedPage(findCustomers(args.query, context, info), customerSortValue(args.sortKey ?? 'ID'), args)),
  customersCount: honours(['query', 'limit'], (_source, args: Found & { limit?: number | null }, context, info) => limitedCount(findCustomers(args.query, context, info).length, args.limit)),
  customerByIdentifier: honours(
    ['identifier.id', 'identifier.emailAddress', 'identifier.phoneNumber'],
    (_source, args: { identifier: { id?: string | null; emailAddress?: string | null; phoneNumber?: string | null } }, { world }) => {
      const { id, emailAddress, phoneNumber } = args.identifier;
      if (id) return world.customers.get(expectId(id, 'Customer'));
      if (emailAddress) return world.customers.where('email', emailAddress.toLowerCase())[0] ?? null;
      return phoneNumber ? (world.customers.where('phone', phoneNumber)[0] ?? null) : null;
    },
  ),

  product: byId('Product', (id, { world }) => world.products.get(id)),
  productByIdentifier: honours(['identifier.id', 'identifier.handle'], (_source, args: { identifier: { id?: string | null; handle?: string | null } }, { world }) => {
    const { id, handle } = args.identifier;
    return id ? world.products.get(expectId(id, 'Product')) : (world.products.where('handle', handle ?? '')[0] ?? null);
  }),
  products: honours(['query', 'sortKey'], (_source, args: Found, context, info) =>
    sortedPage(searched(context.world.products.all(), productSearch(context.world), args.query, context, info), productSortValue(context.world, args.sortKey ?? 'ID'), args),
  ),
  productsCount: honours(['query', 'limit'], (_source, args: Found & { limit?: number | null }, context, info) =>
    limitedCount(searched<ProductRecord>(context.world.products.all(), productSearch(context.world), args.query, context, info).length, args.limit),
  ),
  productVariant: byId('ProductVariant', (id, { world }) => world.variants.get(id)),
  productVariants: honours(['query'], (_source, args: Found, context, info) => searched(context.world.variants.all(), variantSearch(context.world), args.query, context, info)),
  inventoryItem: byId('InventoryItem', (id, { world }) => {
    const [variant] = world.variants.where('inventoryItem', id);
    return variant ? inventoryItem(variant) : null;
  }),

  location: honours(['id'], (_source, args: { id?: string | null }, { world }) => (args.id ? world.locations.get(expectId(args.id, 'Location')) : ([...world.locations.all()].find((location) => location.isPrimary) ?? null))),
  locations: honours(['includeInactive', 'sortKey'], (_source, args: Found & { includeInactive?: boolean | null }, { world }) => {
    const locations = [...world.locations.all()].filter((location) => location.isActive || args.includeInactive);
    return sortedPage(locations, (location) => ((args.sortKey ?? 'NAME') === 'NAME' ? location.name.toLowerCase() : location.id), args);
  }),

  fulfillment: byId('Fulfillment', visibleFulfillment),
  fulfillmentOrder: byId('FulfillmentOrder', (id, context) => {
    const record = context.world.fulfillmentOrders.get(id);
    return record && visibleOrder(record.orderId, context) ? record : null;
  }),
  fulfillmentOrders: honours(['includeClosed', 'query'], (_source, args: Found & { includeClosed?: boolean | null }, context, info) => {
    const records = [...context.world.fulfillmentOrders.all()].filter((record) => (args.includeClosed || record.status !== 'CLOSED') && visibleOrder(record.orderId, context) !== null);
    return searched(records, FULFILLMENT_ORDER_SEARCH, args.query, context, info);
  }),

  draftOrder: byId('DraftOrder', (id, { world }) => world.draftOrders.get(id)),
  draftOrders: (_source, _args, { world }) => [...world.draftOrders.all()],
};

const FULFILLMENT_ORDER_SEARCH: SearchTable<FulfillmentOrderRecord> = {
  fields: {
    id: { kind: 'id', of: (record) => record.id },
    status: { kind: 'keyword', of: (record) => record.status },
    updated_at: { kind: 'time', of: (record) => record.updatedAt },
    assigned_location_id: { kind: 'id', of: (record) => record.locationId },
  },
  bare: ['status'],
};

function searched<T>(rows: Iterable<T>, table: SearchTable<T>, query: string | null | undefined, context: AdminContext, info: Info): T[] {
  const search = searchFilter(query, table, context.clock.now());
  context.reportSearch(info, search);
  return Array.from(rows).filter(search.matches);
}

function findOrders(query: string | null | undefined, context: AdminContext, info: Info): OrderRecord[] {
  const search = searchFilter(readableQuery(query), orderSearch(context.world), context.clock.now());
  context.reportSearch(info, search);
  return Array.from(candidateOrders(context.world, search.tree)).filter((order) => seesOrder(order, context) && search.matches(order));
}

function findCustomers(query: string | null | undefined, context: AdminContext, info: Info): CustomerRecord[] {
  const search = searchFilter(query, customerSearch(context.world), context.clock.now());
  context.reportSearch(info, search);
  return Array.from(candidateCustomers(context.world, search.tree)).filter(search.matches);
}

function limitedCount(count: number, limit: number | null | undefined) {
  const most = limit ?? 10_000;
  return count > most ? { count: most, precision: 'AT_LEAST' } : exactCount(count);
}
