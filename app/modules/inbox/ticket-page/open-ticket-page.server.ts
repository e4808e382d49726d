import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { careView, type CareView } from '../care/care-view.server.ts';
import { draftsOf } from '../replies/drafts/drafts-of.server.ts';
import { leavingOf, type Leaving } from '../replies/leaving-of.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { readTicketRow, type TicketRow } from '../tickets/ticket-row.server.ts';
import { noteReading } from './note-reading.server.ts';
import { readAround } from './read-around.server.ts';
import { readEntries } from './read-entries.server.ts';
import { partsOf } from './ticket-parts.server.ts';
import type { ShownTicket, TicketView } from './ticket-view.ts';

interface Asked {
  ticketId: number;
  /** Who reads: noted with the ticket. */
  staffId: string | null;
  /** How many messages, newest first. */
  most: number;
  /** From where mails leave of a shop without a domain of its own. */
  houseAddress: string;
}

/** A ticket as its page shows it. */
export interface OpenedTicket {
  view: TicketView;
  care: CareView;
  leaving: Leaving | null;
}

/**
 * A ticket with its whole conversation, that of tickets merged into it too, and what its customer is owed; one that was merged is shown as the ticket it is
 * read in. Throws `not_found` for a number that is not one of this shop's.
 */
export async function openTicketPage(ctx: ShopContext, { ticketId, staffId, most, houseAddress }: Asked): Promise<OpenedTicket> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const ticket = await readRoot(tx, ticketId);
    if (!ticket) throw notFound('ticket');
    const [, ...merged] = await partsOf(tx, ticket.id);
    const parts = [ticket.id, ...merged.map((part) => part.id)];
    if (staffId !== null) await noteReading(tx, { ticketIds: parts, staffId, now });
    const care = await careView(tx, { shop: ctx.shop, ticketId: ticket.id, now });
    const view: TicketView = {
      ticket: shown(ticket, now),
      merged,
      ...(await readAround(tx, { personId: ticket.personId, parts, staffId })),
      teams: care.choices.teams.map(({ id, name }) => ({ id, name })),
      ...(await readEntries(tx, parts, most)),
      me: staffId,
      locale: ticket.locale,
      drafts: staffId === null ? [] : await draftsOf(tx, { ticketId: ticket.id, staffId }),
    };
    return { view, care, leaving: await leavingOf(tx, { mailboxId: ticket.mailboxId, houseAddress }) };
  });
}

async function readRoot(tx: ShopTx, ticketId: number): Promise<TicketRow | null> {
  const ticket = await readTicketRow(tx, ticketId);
  if (!ticket || ticket.mergedInto === null) return ticket;
  const rootId = await rootOf(tx, ticketId);
  return rootId === null ? null : readTicketRow(tx, rootId);
}

function shown(ticket: TicketRow, now: Date): ShownTicket {
  const { id, subject, channel, state, spam, category, priority, priorityReason, valuedBy, tags, teamId, assigneeId, createdAt, waitingSince, dueAt, snoozedUntil, version } = ticket;
  return { id, subject, channel, state, spam, category, priority, priorityReason, valuedBy, tags, teamId, assigneeId, createdAt, waitingSince, dueAt, isLate: dueAt !== null && dueAt < now, snoozedUntil, version };
}
