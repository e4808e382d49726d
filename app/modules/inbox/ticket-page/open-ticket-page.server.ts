import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { draftsOf } from '../replies/drafts/drafts-of.server.ts';
import { sidesOf } from '../replies/sides-of.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { readTicketRow, ticketRowOf, type TicketRow } from '../tickets/ticket-row.server.ts';
import { noteReading } from './note-reading.server.ts';
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

const mostTags = 200;
const mostOthers = 8;

/** A ticket with its whole conversation, that of tickets merged into it too; one that was merged is shown as the ticket it is read in. */
export async function openTicketPage(ctx: ShopContext, { id, staffId, most }: Asked): Promise<TicketView> {
  return ctx.tx(async (tx) => {
    const rootId = await rootOf(tx, ticketNumber(id));
    const ticket = rootId === null ? null : await readTicketRow(tx, rootId);
    if (!ticket) throw notFound('ticket');
    const [, ...merged] = await partsOf(tx, ticket.id);
    const parts = [ticket.id, ...merged.map((part) => part.id)];
    if (staffId !== null) await noteReading(tx, { ticketIds: parts, staffId, now: ctx.clock.now() });
    return {
      ticket: shown(ticket, ctx.clock.now()),
      merged,
      others: await readOthers(tx, { personId: ticket.personId, here: parts }),
      person: await readPerson(tx, ticket.personId),
      ...(await readEntries(tx, parts, most)),
      staff: await tx.staff_members.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } }),
      teams: await tx.teams.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
      me: staffId,
      isFollowed: staffId !== null && (await tx.ticket_followers.count({ where: { ticket_id: ticket.id, staff_id: staffId } })) > 0,
      locale: ticket.locale,
      sides: await sidesOf(tx, parts),
      drafts: staffId === null ? [] : await draftsOf(tx, { ticketId: ticket.id, staffId }),
      knownTags: await readTags(tx),
    };
  });
}

async function readPerson(tx: ShopTx, personId: string): Promise<TicketView['person']> {
  const person = await tx.people.findFirst({ where: { id: personId }, select: { name: true } });
  const handle = await tx.handles.findFirst({ where: { person_id: personId, unlinked_at: null, kind: { in: ['email', 'phone'] } }, orderBy: [{ kind: 'asc' }, { linked_at: 'asc' }], select: { value: true } });
  return { id: personId, name: person?.name ?? null, address: handle?.value ?? null };
}

async function readOthers(tx: ShopTx, { personId, here }: { personId: string; here: readonly number[] }): Promise<TicketView['others']> {
  const rows = await tx.tickets.findMany({ where: { person_id: personId, merged_into: null, id: { notIn: [...here] } }, orderBy: { id: 'desc' }, take: mostOthers });
  return rows.map(ticketRowOf).map(({ id, subject, state }) => ({ id, subject, state }));
}

/** Tags of what was last talked about: all there ever were would be a scan of every ticket. */
async function readTags(tx: ShopTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ tag: string }[]>`
    select distinct tag from (select tags from tickets order by last_message_at desc, id desc limit 1000) recent, unnest(recent.tags) as tag order by tag limit ${mostTags}`;
  return rows.map(({ tag }) => tag);
}

function shown(ticket: TicketRow, now: Date): ShownTicket {
  const { id, subject, channel, state, spam, category, priority, priorityReason, tags, teamId, assigneeId, createdAt, waitingSince, dueAt, snoozedUntil, version } = ticket;
  return { id, subject, channel, state, spam, category, priority, priorityReason, tags, teamId, assigneeId, createdAt, waitingSince, dueAt, isLate: dueAt !== null && dueAt < now, snoozedUntil, version };
}
