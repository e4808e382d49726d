import type { FulfillmentRecord, OrderRecord, ReturnReasonRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { gid, numericId } from '#sandbox/world/gid.ts';
import { returnableQuantity, shippedLines } from '#sandbox/world/returns/returnable.ts';
import type { PageArgs } from '../connection.ts';
import type { AdminContext } from '../context.ts';
import { searchFilter, type SearchTable } from '../search/search-filter.ts';
import { honours, type Resolver } from '../resolver.ts';
import { visibleFulfillment } from './fulfillment.ts';
import { visibleOrder } from './order-access.ts';
import { returnCalculate } from './return-calculate.ts';
import { sortedPage } from './sorted-page.ts';
import { expectId } from './wire.ts';

/** A record of an order the caller may see. */
function ofVisibleOrder<T extends { orderId: string }>(record: T | null, context: AdminContext): T | null {
  return record && visibleOrder(record.orderId, context) ? record : null;
}

const byId = (type: string, find: (id: string, context: AdminContext) => unknown): Resolver =>
  honours(['id'], (_source, args: { id: string }, context) => find(expectId(args.id, type), context));

/** The queries about returns, store credit and gift cards. */
export const returnQueries: Record<string, Resolver> = {
  return: byId('Return', (id, context) => ofVisibleOrder(context.world.returns.get(id), context)),
  reverseFulfillmentOrder: byId('ReverseFulfillmentOrder', (id, context) => ofVisibleOrder(context.world.reverseFulfillmentOrders.get(id), context)),
  reverseDelivery: byId('ReverseDelivery', (id, context) => ofVisibleOrder(context.world.reverseDeliveries.get(id), context)),
  returnCalculate,
  returnableFulfillments: honours(['orderId'], (_source, args: { orderId: string }, context) => {
    const order = visibleOrder(expectId(args.orderId, 'Order'), context);
    if (!order) return [];
    return context.world.fulfillments.where('order', order.id).map((fulfillment) => returnable(order, fulfillment, context)).filter((row) => row.lines.length > 0);
  }),
  returnableFulfillment: byId('ReturnableFulfillment', (id, context) => {
    const fulfillment = visibleFulfillment(gid('Fulfillment', numericId(id)), context);
    const order = fulfillment && visibleOrder(fulfillment.orderId, context);
    return order && fulfillment ? returnable(order, fulfillment, context) : null;
  }),
  returnReasonDefinitions: honours(['query', 'handles', 'ids', 'sortKey'], (_source, args: ReasonArgs, context, info) => {
    const search = searchFilter(args.query, REASON_SEARCH, context.clock.now());
    context.reportSearch(info, search);
    const reasons = [...context.world.returnReasons.all()].filter((row) => search.matches(row) && (!args.handles || args.handles.includes(row.handle)) && (!args.ids || args.ids.includes(row.id)));
    return sortedPage(reasons, reasonOrder(args.sortKey ?? 'ID'), args);
  }),
  storeCreditAccount: byId('StoreCreditAccount', (id, { world }) => world.storeCreditAccounts.get(id)),
  giftCard: byId('GiftCard', (id, { world }) => world.giftCards.get(id)),
};

type ReasonArgs = PageArgs & { query?: string | null; handles?: string[] | null; ids?: string[] | null; sortKey?: string | null };

const REASON_SEARCH: SearchTable<ReturnReasonRecord> = {
  fields: {
    id: { kind: 'id', of: (row) => row.id },
    handle: { kind: 'keyword', of: (row) => row.handle },
    name: { kind: 'text', of: (row) => row.name },
    deleted: { kind: 'flag', of: (row) => row.deleted },
  },
  bare: ['name'],
};

/** Ids of reasons are small numbers, so they are sorted as numbers. */
function reasonOrder(sortKey: string): (row: ReturnReasonRecord) => number | string {
  if (sortKey === 'NAME') return (row) => row.name.toLowerCase();
  return sortKey === 'HANDLE' ? (row) => row.handle : (row) => numericId(row.id);
}

const RETURN_SEARCH: SearchTable<ReturnRecord> = {
  fields: {
    id: { kind: 'id', of: (row) => row.id },
    status: { kind: 'keyword', of: (row) => row.status },
    created_at: { kind: 'time', of: (row) => row.createdAt },
  },
  bare: ['status'],
};

/** `Order.returns`. */
export const returnsOfOrder: Resolver = honours(['query'], (order: OrderRecord, args: { query?: string | null }, context, info) => {
  const search = searchFilter(args.query, RETURN_SEARCH, context.clock.now());
  context.reportSearch(info, search);
  return context.world.returns.where('order', order.id).filter(search.matches);
});

/** `ReturnableFulfillment`. */
export const returnableFulfillmentFields: Record<string, Resolver> = {
  returnableFulfillmentLineItems: (row: ReturnType<typeof returnable>) => row.lines,
};

function returnable(order: OrderRecord, fulfillment: FulfillmentRecord, { world }: AdminContext) {
  const lines = shippedLines(world, order)
    .filter((row) => row.fulfillment.id === fulfillment.id)
    .map((row) => ({ quantity: returnableQuantity(world, row), fulfillmentLineItem: { ...row.shipped, orderId: order.id } }))
    .filter((row) => row.quantity > 0);
  return { id: gid('ReturnableFulfillment', numericId(fulfillment.id)), fulfillment, lines };
}
