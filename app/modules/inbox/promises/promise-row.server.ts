import { z } from 'zod';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { priorities, type Priority } from '../tickets/ticket.ts';
import { promiseKinds, type PromiseKind } from './promise-kinds.ts';
import type { Counts } from './promise-setting.ts';

/** What a customer was promised once, as it is stored. */
export interface PromiseRow {
  promise: PromiseKind;
  startedAt: Date;
  minutes: number;
  counts: Counts;
  countedFrom: Date;
  priority: Priority;
  /** Whether the shop valued its customer. */
  isValued: boolean;
  dueAt: Date | null;
  endedAt: Date | null;
  result: 'running' | 'kept' | 'broken' | 'dropped';
  tookMinutes: number | null;
  staffId: string | null;
  warnedAt: Date | null;
}

/** All that the customer of a ticket was promised, in the order in which they waited. */
export async function promiseRowsOf(tx: ShopTx, ticketId: number): Promise<PromiseRow[]> {
  const rows = await tx.ticket_promises.findMany({ where: { ticket_id: ticketId }, orderBy: [{ started_at: 'asc' }, { promise: 'asc' }] });
  return rows.map((row) => ({
    promise: z.enum(promiseKinds).parse(row.promise),
    startedAt: row.started_at,
    minutes: row.minutes,
    counts: z.enum(['open', 'always']).parse(row.counts),
    countedFrom: row.counted_from,
    priority: z.enum(priorities).parse(row.priority),
    isValued: row.valued,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    result: z.enum(['running', 'kept', 'broken', 'dropped']).parse(row.result),
    tookMinutes: row.took_minutes,
    staffId: row.staff_id,
    warnedAt: row.warned_at,
  }));
}

const store = `
  insert into ticket_promises (ticket_id, promise, started_at, minutes, counts, counted_from, priority, valued, due_at, ended_at, result, took_minutes, staff_id, warned_at)
  select $1::int, "promise", "startedAt", "minutes", "counts", "countedFrom", "priority", "isValued", "dueAt", "endedAt", "result", "tookMinutes", "staffId", "warnedAt"
    from jsonb_to_recordset($2::jsonb) as row ("promise" text, "startedAt" timestamptz, "minutes" int, "counts" text, "countedFrom" timestamptz, "priority" text, "isValued" boolean, "dueAt" timestamptz, "endedAt" timestamptz, "result" text,
                                               "tookMinutes" int, "staffId" text, "warnedAt" timestamptz)
  on conflict (shop_id, ticket_id, promise, started_at) do update set
    minutes = excluded.minutes, counts = excluded.counts, counted_from = excluded.counted_from, priority = excluded.priority, valued = excluded.valued, due_at = excluded.due_at, ended_at = excluded.ended_at, result = excluded.result,
    took_minutes = excluded.took_minutes, staff_id = excluded.staff_id, warned_at = excluded.warned_at`;

/** Keeps promises of a ticket as they stand now. */
export async function storePromises(tx: ShopTx, ticketId: number, rows: readonly PromiseRow[]): Promise<void> {
  if (rows.length > 0) await runInBulk(tx, store, [ticketId, JSON.stringify(rows)], 'inbox-promises');
}
