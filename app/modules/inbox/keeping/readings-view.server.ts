import { daysLater, startOfDay } from '#app/kernel/time.ts';
import { empty, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { StaffName } from '../teams/staff-names.server.ts';
import { momentAt } from '../tickets/moment-at.ts';
import { maySeeReadings } from './may-see-readings.server.ts';
import type { ReadingsQuery } from './ui/readings-query.ts';

const pageSize = 50;

/** That somebody of the staff read a conversation on a day, once or more often. */
export interface Reading {
  /** Where it stands in the log, as a cursor. */
  place: string;
  ticketId: number;
  subject: string;
  staffId: string;
  /** Their own, not one that customers read and anybody may change; null where Shopify never told it. */
  name: string | null;
  firstAt: Date;
  lastAt: Date;
}

/** The log of who read what; null for those who may not see it. */
export type ReadingsView = { readings: Reading[]; next: string | null; staff: StaffName[] } | null;

/** A page of who read what, the latest day first. */
export async function readingsView(ctx: ShopContext, query: ReadingsQuery, by: string | null): Promise<ReadingsView> {
  return ctx.tx(async (tx) => {
    if (!(await maySeeReadings(tx, by))) return null;
    const found = await readings(tx, query, ctx.shop.ianaTimezone);
    const shown = found.slice(0, pageSize);
    return {
      readings: shown,
      next: found.length > pageSize ? (shown.at(-1)?.place ?? null) : null,
      staff: await tx.staff_members.findMany({ select: { id: true, name: true }, orderBy: [{ name: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] }),
    };
  });
}

async function readings(tx: ShopTx, { ticket, staff, from, until, after }: ReadingsQuery, zone: string): Promise<Reading[]> {
  const since = beginningOf(from, zone);
  const before = until === null || beginningOf(until, zone) === null ? null : startOfDay(zone, daysLater(until, 1));
  const [day, first, ticketId, staffId] = after?.split('.') ?? [];
  const rows = await tx.$queryRaw<(Omit<Reading, 'place'> & { day: Date })[]>(sql`
    select r.ticket_id as "ticketId", t.subject, r.staff_id as "staffId", s.name, r.day, r.first_at as "firstAt", r.last_at as "lastAt"
      from ticket_readings r join tickets t on t.id = r.ticket_id left join staff_members s on s.id = r.staff_id
     where true ${ticket === null ? empty : sql`and r.ticket_id = ${ticket}`} ${staff === null ? empty : sql`and r.staff_id = ${staff}`}
           ${since === null ? empty : sql`and r.last_at >= ${since}`} ${before === null ? empty : sql`and r.first_at < ${before}`}
           ${after === null ? empty : sql`and (r.day, r.first_at, r.ticket_id, r.staff_id) < (${day}::date, ${new Date(Number(first))}, ${Number(ticketId)}, ${staffId})`}
     order by r.day desc, r.first_at desc, r.ticket_id desc, r.staff_id desc limit ${pageSize + 1}`);
  return rows.map(({ day: on, ...row }) => ({ ...row, place: [on.toISOString().slice(0, 10), row.firstAt.getTime(), row.ticketId, row.staffId].join('.') }));
}

/** When a calendar day begins on the shop's clock; a day that is none limits nothing. */
function beginningOf(day: string | null, zone: string): Date | null {
  return day === null ? null : momentAt(`${day}T00:00`, zone);
}
