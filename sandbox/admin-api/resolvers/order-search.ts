import { financialStatus, fulfillmentStatus, returnStatus } from '#sandbox/world/order-status.ts';
import { orderTotals } from '#sandbox/world/order-totals.ts';
import { bareName } from '#sandbox/world/order-name.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { toDecimal } from '#sandbox/world/money.ts';
import type { World } from '#sandbox/world/index.ts';
import { fullName } from '#sandbox/world/address.ts';
import type { SearchNode } from '../search/parse-search.ts';
import type { SearchTable } from '../search/search-filter.ts';

/** What `orders(query:)` can filter by, as documented. There is no filter by phone. */
export function orderSearch(world: World): SearchTable<OrderRecord> {
  const refunds = (order: OrderRecord) => world.refunds.where('order', order.id);
  return {
    fields: {
      id: { kind: 'id', of: (order) => order.id },
      name: { kind: 'keyword', of: (order) => [order.name, bareName(order.name)] },
      email: { kind: 'text', of: (order) => order.email },
      confirmation_number: { kind: 'keyword', of: (order) => order.confirmationNumber },
      customer_id: { kind: 'id', of: (order) => order.customerId },
      tag: { kind: 'keyword', of: (order) => order.tags },
      created_at: { kind: 'time', of: (order) => order.createdAt },
      updated_at: { kind: 'time', of: (order) => order.updatedAt },
      processed_at: { kind: 'time', of: (order) => order.processedAt },
      financial_status: { kind: 'keyword', of: (order) => financialStatus(order, refunds(order)) },
      fulfillment_status: { kind: 'keyword', of: (order) => searchedFulfillment(world, order) },
      return_status: { kind: 'keyword', of: (order) => returnStatus(world.returns.where('order', order.id)) },
      status: { kind: 'keyword', of: statusWords },
      cart_token: { kind: 'keyword', of: (order) => order.cartToken },
      checkout_token: { kind: 'keyword', of: (order) => order.checkoutToken },
      sku: { kind: 'keyword', of: (order) => order.lineItems.map((line) => line.sku) },
      source_identifier: { kind: 'keyword', of: (order) => order.sourceIdentifier },
      source_name: { kind: 'keyword', of: (order) => order.sourceName },
      test: { kind: 'flag', of: (order) => order.test },
      po_number: { kind: 'keyword', of: (order) => order.poNumber },
      discount_code: { kind: 'keyword', of: (order) => order.discountApplications.filter((row) => row.kind === 'CODE').map((row) => row.title) },
      location_id: { kind: 'id', of: (order) => order.locationId },
      gateway: { kind: 'keyword', of: (order) => order.transactions.map((row) => row.gateway) },
      current_total_price: { kind: 'number', of: (order) => toDecimal(orderTotals(order, refunds(order)).currentTotal.shop) },
      default: { kind: 'text', of: (order) => [order.name, order.email, ...names(world, order), ...order.lineItems.map((line) => line.title)] },
    },
    bare: ['name', 'default'],
  };
}

/** The sort keys of orders; `RELEVANCE` has no score to go by here and falls back to id. */
export function orderSortValue(world: World, key: string): (order: OrderRecord) => string | number {
  const values: Record<string, (order: OrderRecord) => string | number> = {
    CREATED_AT: (order) => order.createdAt,
    UPDATED_AT: (order) => order.updatedAt,
    PROCESSED_AT: (order) => order.processedAt,
    ORDER_NUMBER: (order) => order.number,
    CUSTOMER_NAME: (order) => names(world, order)[0] ?? '',
    DESTINATION: (order) => [order.shippingAddress?.country, order.shippingAddress?.province, order.shippingAddress?.city].join(', '),
    PO_NUMBER: (order) => order.poNumber ?? '',
    TOTAL_PRICE: (order) => orderTotals(order, []).total.shop.minor,
    CURRENT_TOTAL_PRICE: (order) => orderTotals(order, world.refunds.where('order', order.id)).currentTotal.shop.minor,
    TOTAL_ITEMS_QUANTITY: (order) => order.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    FINANCIAL_STATUS: (order) => financialStatus(order, world.refunds.where('order', order.id)),
    FULFILLMENT_STATUS: (order) => fulfillmentStatus(order, world.fulfillmentOrders.where('order', order.id), world.fulfillments.where('order', order.id)),
  };
  return values[key] ?? ((order) => order.id);
}

/** `tag_not:x` is the one filter that speaks of an absence. */
export function readableQuery(query: string | null | undefined): string | null {
  return query?.replace(/(^|[\s(])tag_not:/g, '$1-tag:') ?? null;
}

/** The orders a query can be about: those of one name where it asks for one, else all. */
export function candidateOrders(world: World, tree: SearchNode | null): Iterable<OrderRecord> {
  const terms = tree === null ? [] : tree.kind === 'and' ? tree.parts : [tree];
  for (const term of terms) {
    if (term.kind !== 'term' || term.comparator !== '=' || term.prefix || term.value === '*') continue;
    if (term.field === 'name') return world.orders.where('name', bareName(term.value.toLowerCase()));
  }
  return world.orders.all();
}

function statusWords(order: OrderRecord): string[] {
  if (order.cancelledAt) return ['cancelled'];
  return order.closedAt ? ['closed'] : ['open', 'not_closed'];
}

function searchedFulfillment(world: World, order: OrderRecord): string[] {
  const status = fulfillmentStatus(order, world.fulfillmentOrders.where('order', order.id), world.fulfillments.where('order', order.id));
  const words: Record<string, string[]> = {
    FULFILLED: ['fulfilled', 'shipped'],
    PARTIALLY_FULFILLED: ['partial', 'partially_fulfilled'],
    UNFULFILLED: ['unfulfilled', 'unshipped'],
  };
  return words[status] ?? [status.toLowerCase()];
}

function names(world: World, order: OrderRecord): string[] {
  const customer = order.customerId === null ? null : world.customers.get(order.customerId);
  return [customer && fullName(customer), order.shippingAddress && fullName(order.shippingAddress)].filter((name): name is string => Boolean(name));
}
