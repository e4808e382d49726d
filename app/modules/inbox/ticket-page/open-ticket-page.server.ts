import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { draftsOf } from '../replies/drafts/drafts-of.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { readTicketRow, type TicketRow } from '../tickets/ticket-row.server.ts';
import { noteReading } from './note-reading.server.ts';
import { readAround } from './read-around.server.ts';
import { readEntries } from './read-entries.server.ts';
import { ticketNumber } from './ticket-number.ts';
import { partsOf } from './ticket-parts.server.ts';
import type { ShownTicket, TicketView } from './ticket-view.ts';

interface Asked {
  /** As it stands in the address. */
  id: string;
  /** Who reads: noted with the ticket. */
  staffId: string | null;
  /** How many messages, newest first. */
  most: number;
}

/** A ticket with its whole conversation, that of tickets merged into it too; one that was merged is shown as the ticket it is read in. */
export async function openTicketPage(ctx: ShopContext, { id, staffId, most }: Asked): Promise<TicketView> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const ticket = await readRoot(tx, ticketNumber(id));
    if (!ticket) throw notFound('ticket');
    const [, ...merged] = await partsOf(tx, ticket.id);
    const parts = [ticket.id, ...merged.map((part) => part.id)];
    if (staffId !== null) await noteReading(tx, { ticketIds: parts, staffId, now });
    return {
      ticket: shown(ticket, now),
      merged,
      ...(await readAround(tx, { personId: ticket.personId, parts, staffId })),
      ...(await readEntries(tx, parts, most)),
      me: staffId,
      locale: ticket.locale,
      drafts: staffId === null ? [] : await draftsOf(tx, { ticketId: ticket.id, staffId }),
    };
  });
}

async function readRoot(tx: ShopTx, ticketId: number): Promise<TicketRow | null> {
  const ticket = await readTicketRow(tx, ticketId);
  if (!ticket || ticket.mergedInto === null) return ticket;
  const rootId = await rootOf(tx, ticketId);
  return rootId === null ? null : readTicketRow(tx, rootId);
}

function shown(ticket: TicketRow, now: Date): ShownTicket {
  const { id, subject, channel, state, spam, category, priority, priorityReason, tags, teamId, assigneeId, createdAt, waitingSince, dueAt, snoozedUntil, version } = ticket;
  return { id, subject, channel, state, spam, category, priority, priorityReason, tags, teamId, assigneeId, createdAt, waitingSince, dueAt, isLate: dueAt !== null && dueAt < now, snoozedUntil, version };
}
