import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { wrongFields } from '#app/ui/read-form.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { holdsWordsAgain } from '../tickets/holds-words-again.server.ts';
import { localMoment, momentAt } from '../tickets/moment-at.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import type { TicketRow } from '../tickets/ticket-row.server.ts';

const schema = z.object({
  what: z.string().trim().min(1, 'required').max(2_000, 'tooLong'),
  /** On the shop's clocks, as `2026-11-24T15:30`. */
  promisedAt: z.string().regex(localMoment, 'moment'),
});

export type Refused = { errors: Record<string, string> };

interface Recording {
  ticket: TicketRow;
  actor: string | null;
  value: unknown;
  zone: string;
  now: Date;
}

/** Makes a ticket a complaint whose customer was promised to hear by a moment: it counts as its promise, and the ticket is of high priority at least. Once; null: done. */
export async function recordComplaint(tx: ShopTx, { ticket, actor, value, zone, now }: Recording): Promise<Refused | null> {
  const read = schema.safeParse(value);
  if (!read.success) return refused(read.error);
  const promisedAt = momentAt(read.data.promisedAt, zone);
  if (promisedAt === null || promisedAt <= now) return { errors: { promisedAt: 'moment' } };
  const { count } = await tx.complaints.createMany({
    data: { ticket_id: ticket.id, state: 'recorded', what: read.data.what, recorded_at: now, recorded_by: actor, promised_at: promisedAt },
    skipDuplicates: true,
  });
  if (count === 0) return { errors: { form: 'moved' } };
  await holdsWordsAgain(tx, ticket.id);
  await noteTicketEvent(tx, { ticketId: ticket.id, type: 'complaint', data: { step: 'recorded' }, actor, now });
  if (ticket.priority === 'low' || ticket.priority === 'normal') await changeTicket(tx, { ticketId: ticket.id, changes: { priority: 'high', priorityReason: 'complaint' }, actor, now });
  else await ticketMoved(tx, ticket.id, now);
  return null;
}

/** What is wrong with a form, by its fields. */
export function refused(error: z.ZodError): Refused {
  return { errors: wrongFields(error) };
}
