import { z } from 'zod';
import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { causes, type Cause, type Complaint } from './complaint.ts';
import { readComplaint } from './complaint-of.server.ts';

const mostShown = 200;
const learnedDays = 90;

/** A complaint in the list, with what its ticket is called. */
export interface ListedComplaint extends Complaint {
  subject: string;
  person: string | null;
}

/** Complaints that somebody still has to do something about, and what those of the last 90 days came from. */
export interface ComplaintsView {
  open: ListedComplaint[];
  causes: { cause: Cause | null; count: number; justified: number }[];
  /** Of those that were called back, how many in time. */
  calledBack: number;
  inTime: number;
}

/** The complaints that are open, by when their customers were promised to hear, and what is learned from them all. */
export async function complaintsView(ctx: ShopContext): Promise<ComplaintsView> {
  const since = after(ctx.clock.now(), -learnedDays * day);
  return ctx.tx(async (tx) => {
    const rows = await tx.complaints.findMany({ where: { called_back_at: null }, orderBy: [{ promised_at: 'asc' }, { ticket_id: 'asc' }], take: mostShown });
    const tickets = await tx.$queryRaw<{ id: number; subject: string; name: string | null }[]>`
      select t.id, t.subject, p.name from tickets t join people p on p.id = t.person_id where p.erased_at is null and t.id = any(${rows.map(({ ticket_id }) => ticket_id)})`;
    const named = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const learned = await tx.$queryRaw<{ cause: string | null; count: number; justified: number; called_back: number; in_time: number }[]>`
      select cause, count(*)::int as count, count(*) filter (where justified in ('yes', 'partly'))::int as justified, count(called_back_at)::int as called_back,
             count(*) filter (where called_back_at <= promised_at)::int as in_time
        from complaints where recorded_at > ${since} group by cause order by count(*) desc, cause`;
    return {
      // Whoever was forgotten can be called by nobody.
      open: rows.flatMap((row) => {
        const ticket = named.get(row.ticket_id);
        return ticket ? [{ ...readComplaint(row), subject: ticket.subject, person: ticket.name }] : [];
      }),
      causes: learned.map(({ cause, count, justified }) => ({ cause: z.enum(causes).nullable().parse(cause), count, justified })),
      calledBack: learned.reduce((sum, row) => sum + row.called_back, 0),
      inTime: learned.reduce((sum, row) => sum + row.in_time, 0),
    };
  });
}
