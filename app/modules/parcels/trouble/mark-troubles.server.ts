import { sql, runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { TroubleMark } from '../records.ts';
import { closedLine } from './journal-lines.ts';
import { troubleConditions } from './trouble-conditions.server.ts';
import type { TroubleFilter } from './views.ts';

/** What staff decided: a mark, or null to take the last one back. */
export interface Marking {
  mark: TroubleMark | null;
  reason: string | null;
  by: string | null;
  /** When it was decided: what `undoMarking` knows it again by. Now where left out. */
  at?: Date;
}

interface Marked {
  id: string;
  order_id: string;
  shipment_id: string | null;
  kind: string;
  cause: string | null;
}

/** So many at once; a screen says how many there are before it asks for all. */
const most = 20_000;

const returned = 'returning t.id::text, t.order_id, t.shipment_id::text, t.kind, t.cause';
const chosen = 't.id = any ($1::bigint[])';

const statements = {
  /** Dismissing closes; the trouble comes back only with a newer scan or another cause. */
  dismiss: `update troubles t set mark = $2, marked_by = $3, marked_at = $4, mark_reason = $5, closed_at = greatest($4::timestamptz, t.opened_at), outcome = 'dismissed', changed_at = $4
    where ${chosen} and t.closed_at is null ${returned}`,
  mark: `update troubles t set mark = $2, marked_by = $3, marked_at = $4, mark_reason = $5, changed_at = $4
    where ${chosen} and t.closed_at is null and (t.mark is distinct from $2::text or t.mark_reason is distinct from $5::text) ${returned}`,
  /** A dismissed trouble opens again unless the same has opened since, or its parcel is no longer awaited. */
  undo: `update troubles t set mark = null, marked_by = null, marked_at = null, mark_reason = null, closed_at = null, outcome = null, changed_at = $2
    where ${chosen} and t.mark is not null and (t.closed_at is null or (t.outcome = 'dismissed'
      and not exists (select from troubles o where o.order_id = t.order_id and o.shipment_id is not distinct from t.shipment_id and o.kind = t.kind and o.closed_at is null)
      and not exists (select from troubles l where l.order_id = t.order_id and l.shipment_id is not distinct from t.shipment_id and l.kind = t.kind and l.id > t.id)
      and not exists (select from parcels p where p.shipment_id = t.shipment_id and p.settled_at is not null and t.kind <> 'denied'))) ${returned}`,
};

/** Marks troubles, chosen one by one or by a filter, each with its line in the story. Answers how many changed; what is marked so already stays as it is. */
export function markTroubles(ctx: ShopContext, which: readonly string[] | TroubleFilter, marking: Marking): Promise<number> {
  return ctx.tx(async (tx) => noteMark(tx, await idsOf(tx, which), marking, marking.at ?? ctx.clock.now()));
}

/** Takes back what somebody marked at one moment, however many it were; answers how many. */
export function undoMarking(ctx: ShopContext, { at, by }: { at: Date; by: string | null }): Promise<number> {
  return ctx.tx(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>(sql`select id::text from troubles where marked_at = ${at} and marked_by is not distinct from ${by} limit ${most}`);
    return noteMark(tx, rows.map(({ id }) => id), { mark: null, reason: null, by }, ctx.clock.now());
  });
}

/** Marks these troubles in the caller's transaction; answers how many changed. */
export async function noteMark(tx: ShopTx, ids: readonly string[], { mark, reason, by }: Marking, now: Date): Promise<number> {
  const statement = mark === null ? statements.undo : mark === 'dismissed' ? statements.dismiss : statements.mark;
  const changed = await runInBulk<Marked>(tx, statement, mark === null ? [ids, now] : [ids, mark, by, now, reason]);
  await append(tx, changed.flatMap((row) => linesOf(row, { mark, reason, by }, now)));
  if (mark === null) await lookAgain(tx, changed, now);
  if (changed.length > 0) await announce(tx, 'parcels');
  return changed.length;
}

/** The troubles that are meant, at most as many as may be marked at once. */
export async function idsOf(tx: ShopTx, which: readonly string[] | TroubleFilter): Promise<string[]> {
  if (isList(which)) return which.filter((id) => /^\d{1,18}$/.test(id)).slice(0, most);
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`select t.id::text from troubles t where ${troubleConditions(which)} order by t.opened_at desc, t.id desc limit ${most}`);
  return rows.map(({ id }) => id);
}

function isList(which: readonly string[] | TroubleFilter): which is readonly string[] {
  return Array.isArray(which);
}

function linesOf({ id, order_id: orderId, shipment_id: shipmentId, kind, cause }: Marked, { mark, reason, by }: Marking, now: Date): NewEntry[] {
  const marked: NewEntry = {
    type: 'trouble.marked',
    happenedAt: now,
    orderId,
    source: 'staff',
    actor: by,
    data: { troubleId: id, shipmentId, kind, cause, mark, reason },
    dedupeKey: `trouble:${id}:marked:${now.getTime()}:${mark ?? ''}`,
  };
  return mark === 'dismissed' ? [marked, closedLine({ orderId, shipmentId }, { id, kind, cause }, 'dismissed', now)] : [marked];
}

/** What was dismissed may be over by now: the next round finds out. */
async function lookAgain(tx: ShopTx, marked: readonly Marked[], now: Date): Promise<void> {
  const shipments = marked.flatMap(({ shipment_id }) => shipment_id ?? []);
  await runInBulk(tx, `update parcel_checks c set next_check_at = $2 from parcels p where c.shipment_id = any ($1::bigint[]) and p.shipment_id = c.shipment_id and p.settled_at is null`, [shipments, now]);
}
