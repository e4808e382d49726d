import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
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
    dueAt: row.due_at,
    endedAt: row.ended_at,
    result: z.enum(['running', 'kept', 'broken', 'dropped']).parse(row.result),
    tookMinutes: row.took_minutes,
    staffId: row.staff_id,
    warnedAt: row.warned_at,
  }));
}

/** Keeps a promise as it stands now. */
export async function storePromise(tx: ShopTx, ticketId: number, row: PromiseRow): Promise<void> {
  await tx.$executeRaw`
    insert into ticket_promises (ticket_id, promise, started_at, minutes, counts, counted_from, priority, due_at, ended_at, result, took_minutes, staff_id, warned_at)
    values (${ticketId}, ${row.promise}, ${row.startedAt}, ${row.minutes}, ${row.counts}, ${row.countedFrom}, ${row.priority}, ${row.dueAt}, ${row.endedAt}, ${row.result}, ${row.tookMinutes}, ${row.staffId}, ${row.warnedAt})
    on conflict (shop_id, ticket_id, promise, started_at) do update set
      minutes = excluded.minutes, counts = excluded.counts, counted_from = excluded.counted_from, priority = excluded.priority, due_at = excluded.due_at, ended_at = excluded.ended_at, result = excluded.result,
      took_minutes = excluded.took_minutes, staff_id = excluded.staff_id, warned_at = excluded.warned_at`;
}
