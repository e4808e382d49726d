import type { FulfillmentWord, OrderFilter } from '../views.ts';

export const orderViews = ['all', 'open', 'attention', 'cancelled'] as const;
export type OrderViewName = (typeof orderViews)[number];

export const fulfillmentWords = ['unfulfilled', 'partially_fulfilled', 'fulfilled', 'restocked'] as const satisfies readonly FulfillmentWord[];
export const paymentWords = ['pending', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded', 'voided', 'expired'] as const;

/** What the orders list shows, exactly as its address says it. */
export interface OrdersQuery {
  view: OrderViewName;
  search: string;
  fulfillment: (typeof fulfillmentWords)[number][];
  payment: (typeof paymentWords)[number][];
  /** Where the page begins: after this cursor, or the page that ends before it. */
  at: { cursor: string; direction: 'next' | 'previous' } | null;
}

/** Reads the list's address; what it does not know is left out. */
export function readOrdersQuery(params: URLSearchParams): OrdersQuery {
  const after = params.get('after');
  const before = params.get('before');
  return {
    view: oneOf(orderViews, params.get('view')) ?? 'all',
    search: (params.get('q') ?? '').trim().slice(0, 200),
    fulfillment: someOf(fulfillmentWords, params.get('fulfillment')),
    payment: someOf(paymentWords, params.get('payment')),
    at: after ? { cursor: after, direction: 'next' } : before ? { cursor: before, direction: 'previous' } : null,
  };
}

/** Writes the same address again, without what is not set. */
export function writeOrdersQuery(query: OrdersQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.view !== 'all') params.set('view', query.view);
  if (query.search !== '') params.set('q', query.search);
  if (query.fulfillment.length > 0) params.set('fulfillment', query.fulfillment.join(','));
  if (query.payment.length > 0) params.set('payment', query.payment.join(','));
  if (query.at) params.set(query.at.direction === 'next' ? 'after' : 'before', query.at.cursor);
  return params;
}

/** The address of the list under this query. */
export function ordersPath(query: OrdersQuery): string {
  const params = writeOrdersQuery(query).toString();
  return params === '' ? '/app/orders' : `/app/orders?${params}`;
}

/** What the module is asked for. */
export function orderFilterOf(query: OrdersQuery): OrderFilter {
  return {
    view: query.view,
    search: query.search || undefined,
    fulfillment: query.fulfillment,
    financial: query.payment,
    cursor: query.at?.cursor,
    direction: query.at?.direction,
  };
}

/** A view from its first page, without search or filters. */
export function everything(view: OrderViewName): OrdersQuery {
  return { view, search: '', fulfillment: [], payment: [], at: null };
}

/** True where a search or a filter narrows the view. */
export function isNarrowed(query: OrdersQuery): boolean {
  return query.search !== '' || query.fulfillment.length > 0 || query.payment.length > 0;
}

/** True where all orders are asked for: an empty answer then means a shop without orders. */
export function isUnfiltered(query: OrdersQuery): boolean {
  return query.view === 'all' && !isNarrowed(query) && !query.at;
}

function oneOf<Word extends string>(known: readonly Word[], value: string | null): Word | undefined {
  return known.find((word) => word === value);
}

function someOf<Word extends string>(known: readonly Word[], list: string | null): Word[] {
  const asked = new Set((list ?? '').split(','));
  return known.filter((word) => asked.has(word));
}
