import { addresseeName, personName } from '#app/kernel/person-name.ts';
import { tsquery } from '#app/kernel/text.ts';
import { join, sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayReadReturns } from './may-read-returns.ts';
import { isNextStep, type NextStep } from './next-step.ts';
import { lateBefore, owedSteps, refundTarget } from './processing/refund-target.ts';
import type { ReturnRow, ReturnShelf } from './views.ts';

const pageSize = 25;

type WaitingShelf = Exclude<ReturnShelf, 'done' | 'all'>;

export interface ReturnsAsked {
  shelf: ReturnShelf;
  search: string;
  /** The handle of one of Shopify's reasons. */
  reason: string | null;
  after: string | null;
}

export interface ReturnsPageData {
  rows: ReturnRow[];
  nextCursor: string | null;
  /** How many wait on each shelf; of what is done nobody counts. */
  waiting: Record<WaitingShelf, number>;
  /** False while the shop has not granted that we see its returns. */
  granted: boolean;
  /** The reasons that occur, to choose from. */
  reasons: { handle: string; name: string }[];
}

const shelves: Record<Exclude<ReturnShelf, 'all'>, readonly NextStep[]> = { decide: ['decide'], send: ['send'], travel: ['arrive'], receive: ['inspect', 'settle', 'close'], late: owedSteps, done: ['done'] };

interface Found {
  id: string;
  name: string;
  order_id: string;
  order_name: string;
  first_name: string | null;
  last_name: string | null;
  ship_to: string | null;
  status: string;
  next_step: string;
  created_at: Date;
  waits_since: Date;
  received_at: Date | null;
  items: number;
  reasons: string[];
  exchange: boolean;
  exception: boolean;
}

/** A page of the rows alone, of so many; the cursor of the next. */
export async function returnRows(tx: ShopTx, asked: ReturnsAsked, now: Date, atOnce = pageSize): Promise<{ rows: ReturnRow[]; nextCursor: string | null }> {
  const found = await tx.$queryRaw<Found[]>(pageOf(asked, now, atOnce));
  const rows = found.slice(0, atOnce);
  const last = rows.at(-1);
  return { rows: rows.map((row) => toRow(row, now)), nextCursor: found.length > atOnce && last ? `${last.created_at.getTime()}.${last.id}` : null };
}

/** A page of returns: on the shelves that wait the oldest first, what is over with the newest. A cursor that is not one of ours starts at the top. */
export async function listReturns(ctx: ShopContext, asked: ReturnsAsked): Promise<ReturnsPageData> {
  return ctx.tx(async (tx) => {
    return {
      ...(await returnRows(tx, asked, ctx.clock.now())),
      granted: mayReadReturns(ctx.shop),
      waiting: await countWaiting(tx, ctx.clock.now()),
      reasons: await tx.$queryRaw<{ handle: string; name: string }[]>(sql`select reason as handle, max(coalesce(reason_name, reason)) as name from return_lines where reason is not null group by reason order by 2`),
    };
  });
}

function pageOf({ shelf, search, reason, after }: ReturnsAsked, now: Date, atOnce: number) {
  const isQueue = shelf !== 'done' && shelf !== 'all';
  const typed = search.trim();
  const words = typed === '' ? null : tsquery(typed);
  const names = [typed, `#${typed}`];
  const [, time, id] = /^(\d{1,15})\.(\d{1,20})$/.exec(after ?? '') ?? [];
  const from = time && id ? sql`(${new Date(Number(time))}, ${id})` : null;
  const conditions = [
    sql`o.deleted_at is null`,
    ...(shelf === 'all' ? [] : [sql`r.next_step = any (${[...shelves[shelf]]})`]),
    ...(shelf === 'late' ? [sql`r.received_at < ${lateBefore(now)}`] : []),
    ...(typed === '' ? [] : [words === null ? sql`r.name = any (${names})` : sql`(o.search @@ ${words}::tsquery or o.name = any (${names}) or r.name = any (${names}))`]),
    ...(reason === null ? [] : [sql`exists (select from return_lines l where l.return_id = r.id and l.reason = ${reason})`]),
    ...(from === null ? [] : [isQueue ? sql`(r.created_at, r.id) > ${from}` : sql`(r.created_at, r.id) < ${from}`]),
  ];
  return sql`
    select r.id, r.name, r.order_id, o.name as order_name, c.first_name, c.last_name, o.shipping_address ->> 'name' as ship_to, r.status, r.next_step, r.created_at, r.waits_since, r.received_at,
           (select coalesce(sum(l.quantity), 0)::int from return_lines l where l.return_id = r.id) as items,
           (select coalesce(array_agg(distinct coalesce(l.reason_name, l.reason)) filter (where l.reason is not null), '{}') from return_lines l where l.return_id = r.id) as reasons,
           exists (select from return_exchange_lines x where x.return_id = r.id) or ${wished(sql`w.exchange is not null`)} as exchange,
           ${wished(sql`w.exception is not null`)} as exception
      from returns r join orders o on o.id = r.order_id left join customers c on c.id = o.customer_id
     where ${join(conditions, ' and ')}
     order by ${isQueue ? sql`r.created_at asc, r.id asc` : sql`r.created_at desc, r.id desc`} limit ${atOnce + 1}`;
}

/** Whether something holds of a line of the wish that a return came from. */
function wished(condition: Sql) {
  return sql`exists (select from return_request_parts p join return_request_lines w on w.request_id = p.request_id and w.part_id = p.id where p.return_id = r.id and ${condition})`;
}

async function countWaiting(tx: ShopTx, now: Date): Promise<ReturnsPageData['waiting']> {
  const rows = await tx.$queryRaw<{ next_step: string; count: number }[]>(sql`select next_step, count(*)::int as count from returns where next_step <> 'done' group by next_step`);
  const of = (shelf: WaitingShelf) => rows.filter(({ next_step }) => shelves[shelf].some((step) => step === next_step)).reduce((sum, row) => sum + row.count, 0);
  return { decide: of('decide'), send: of('send'), travel: of('travel'), receive: of('receive'), late: await tx.returns.count({ where: { next_step: { in: [...owedSteps] }, received_at: { lt: lateBefore(now) } } }) };
}

function toRow(row: Found, now: Date): ReturnRow {
  const next = isNextStep(row.next_step) ? row.next_step : 'done';
  return {
    id: row.id,
    name: row.name,
    orderId: row.order_id,
    orderName: row.order_name,
    customerName: personName(row.first_name, row.last_name) ?? addresseeName(row.ship_to),
    status: row.status,
    next,
    createdAt: row.created_at,
    waitsSince: row.waits_since,
    items: row.items,
    reasons: row.reasons,
    late: (refundTarget({ receivedAt: row.received_at, next })?.dueAt ?? now) < now,
    exchange: row.exchange,
    exception: row.exception,
  };
}
