import { tsquery } from '#app/kernel/text.ts';
import { empty, join, sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { attentionReasons, isShown } from './attention.server.ts';
import { readCursor, writeCursor, type Position } from './page-cursor.ts';
import { customerName, isAttentionReason, isFulfillmentWord, moneyPair } from './row-reading.ts';
import type { OrderFilter, OrderPage, OrderRow } from './views.ts';

const largestPage = 100;

interface Found {
  id: string;
  name: string;
  processed_at: Date;
  first_name: string | null;
  last_name: string | null;
  ship_to: string | null;
  email: string | null;
  financial_status: string | null;
  fulfillment_status: string | null;
  delivery_status: string | null;
  cancelled_at: Date | null;
  test: boolean;
  tags: string[];
  items: bigint;
  currency: string;
  presentment_currency: string;
  total: bigint;
  total_presentment: bigint;
  reasons: string[];
}

/** A page of orders, newest first. A cursor that is not one of ours starts at the top. */
export async function listOrders(ctx: ShopContext, filter: OrderFilter): Promise<OrderPage> {
  const size = Math.min(Math.max(filter.pageSize ?? 25, 1), largestPage);
  const from = readCursor(filter.cursor);
  const backwards = from !== null && filter.direction === 'previous';
  const found = await ctx.tx((tx) => tx.$queryRaw<Found[]>(pageOf(filter, { from, backwards, size, now: ctx.clock.now() })));
  const more = found.length > size;
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  const edge = (row: Found | undefined) => (row ? writeCursor({ at: row.processed_at, id: row.id }) : null);
  return {
    rows: rows.map(toRow),
    next: (backwards ? rows.length > 0 : more) ? edge(rows.at(-1)) : null,
    previous: (backwards ? more : from !== null) ? edge(rows[0]) : null,
  };
}

interface Page {
  from: Position | null;
  backwards: boolean;
  size: number;
  now: Date;
}

function pageOf(filter: OrderFilter, { from, backwards, size, now }: Page) {
  const after = from && (backwards ? sql`o.processed_at >= ${from.at} and (o.processed_at > ${from.at} or o.id < ${from.id})` : sql`o.processed_at <= ${from.at} and (o.processed_at < ${from.at} or o.id > ${from.id})`);
  const conditions = [isShown, ...conditionsOf(filter), ...(after ? [after] : [])];
  const order = backwards ? sql`o.processed_at asc, o.id desc` : sql`o.processed_at desc, o.id asc`;
  return sql`
    select o.id, o.name, o.processed_at, c.first_name, c.last_name, o.shipping_address ->> 'name' as ship_to, o.email, o.financial_status,
           o.fulfillment_status, o.cancelled_at, o.test, o.tags, o.currency, o.presentment_currency, o.total, o.total_presentment,
           (select f.display_status from fulfillments f where f.order_id = o.id and f.status = 'success' order by f.created_at desc, f.id desc limit 1) as delivery_status,
           (select coalesce(sum(l.current_quantity), 0) from order_lines l where l.order_id = o.id) as items, a.reasons
      from orders o
      left join customers c on c.id = o.customer_id
      cross join lateral (select coalesce(array_agg(distinct r.reason), '{}') as reasons from (${attentionReasons(now)}) r) a
     where ${join(conditions, ' and ')} ${filter.view === 'attention' ? sql`and cardinality(a.reasons) > 0` : empty}
     order by ${order} limit ${size + 1}`;
}

function conditionsOf({ search, fulfillment, financial, view }: OrderFilter) {
  const typed = search?.trim() ?? '';
  const words = typed === '' ? null : tsquery(typed);
  const names = [typed, `#${typed}`];
  return [
    ...(typed === '' ? [] : [words === null ? sql`o.name = any (${names})` : sql`(o.search @@ ${words}::tsquery or o.name = any (${names}))`]),
    ...(fulfillment?.length ? [sql`o.fulfillment_status = any (${fulfillment})`] : []),
    ...(financial?.length ? [sql`o.financial_status = any (${financial})`] : []),
    ...(view === 'open' ? [isOpen] : []),
    ...(view === 'cancelled' ? [sql`o.cancelled_at is not null`] : []),
  ];
}

/** Not cancelled and not wholly sent. */
export const isOpen = sql`(o.cancelled_at is null and o.closed_at is null and o.fulfillment_status in ('unfulfilled', 'partially_fulfilled'))`;

function toRow(row: Found): OrderRow {
  return {
    id: row.id,
    name: row.name,
    processedAt: row.processed_at,
    customerName: customerName(row),
    email: row.email,
    financialStatus: row.financial_status,
    fulfillmentStatus: isFulfillmentWord(row.fulfillment_status) ? row.fulfillment_status : null,
    deliveryStatus: row.delivery_status,
    cancelledAt: row.cancelled_at,
    test: row.test,
    tags: row.tags,
    itemCount: Number(row.items),
    total: moneyPair(row, row.total, row.total_presentment),
    attention: row.reasons.filter(isAttentionReason),
  };
}
