import { empty, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { TicketEvent } from '../tickets/ticket-events.server.ts';
import type { Entry, ShownEvent, ShownMessage } from './ticket-view.ts';
import { deliveryOf } from './delivery-of.ts';

/** Longer texts are shown by their beginning, and in full on demand. */
const longestText = 12_000;

/** What its writer took back is a draft again, and was never said. */
const isShown = sql`(m.withdrawn_for is null or m.withdrawn_for not like 'staff:%')`;

type MessageRow = Omit<ShownMessage, 'is' | 'id' | 'delivery'> & {
  id: bigint;
  outboxState: string | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
  /** How many there are. */
  all: number;
};

interface Read {
  entries: Entry[];
  /** Messages before the first of them. */
  earlier: number;
  /** What the orders are called that the events speak of. */
  orderNames: { id: string; name: string }[];
}

/** The newest messages of these tickets and what happened since the first of them, oldest first. */
export async function readEntries(tx: ShopTx, ticketIds: readonly number[], most: number): Promise<Read> {
  const newest = await readMessages(tx, ticketIds, most);
  const earlier = (newest[0]?.all ?? 0) - newest.length;
  const from = earlier > 0 ? (newest[0]?.at ?? null) : null;
  const messages = newest.map(({ id, all: _all, outboxState, deliveredAt, bouncedAt, ...row }): ShownMessage => ({
    is: 'message', id: String(id), ...row,
    delivery: row.direction === 'out' ? deliveryOf({ state: outboxState, deliveredAt, bouncedAt }) : null,
  }));
  const events = await readEvents(tx, ticketIds, from);
  return { entries: [...messages, ...events].sort((one, other) => one.at.getTime() - other.at.getTime() || rank(one) - rank(other)), earlier, orderNames: await readOrderNames(tx, events) };
}

/** Of one moment, what was said stands before what followed from it, but a ticket is opened before anything is said in it. */
function rank(entry: Entry): number {
  if (entry.is === 'message') return 1;
  return entry.event.type === 'opened' ? 0 : 2;
}

async function readMessages(tx: ShopTx, ticketIds: readonly number[], most: number): Promise<MessageRow[]> {
  const rows = await tx.$queryRaw<MessageRow[]>`
    select m.id, m.ticket_id as "ticketId", m.side_id as "sideId", m.direction, m.channel, m.author, m.author_id as "authorId", m.author_name as "authorName",
           m.from_address as "from", m.to_addresses as "to", m.cc_addresses as cc, left(m.text, ${longestText}) as text, length(m.text) > ${longestText} as "isCut",
           m.quoted <> '' or m.signature <> '' as "hasMore", m.html is not null as "hasHtml", m.raw_file is not null as "hasRaw", m.kind, m.placed_by as "placedBy", m.verified,
           m.locale, m.warnings, m.spam_signs as "spamSigns", case m.direction when 'out' then m.happened_at else m.created_at end as at, m.send_at as "sendAt", m.withdrawn_at as "withdrawnAt", m.withdrawn_for as "withdrawnFor", m.mentions,
           o.state as "outboxState", o.delivered_at as "deliveredAt", o.bounced_at as "bouncedAt", (count(*) over ())::int as "all",
           coalesce((select json_agg(json_build_object('id', f.id, 'name', f.filename, 'type', f.type, 'size', f.size, 'isInline', f.content_id is not null) order by f.position)
              from message_files f where f.message_id = m.id), '[]') as files
      from messages m left join outbox o on o.id = m.outbox_id
     where m.ticket_id = any(${ticketIds}) and ${isShown} order by m.id desc limit ${most}`;
  return rows.reverse();
}

async function readEvents(tx: ShopTx, ticketIds: readonly number[], from: Date | null): Promise<ShownEvent[]> {
  const rows = await tx.$queryRaw<{ id: bigint; ticket_id: number; type: string; data: unknown; actor: string | null; words: string | null; happened_at: Date }[]>(sql`
    select id, ticket_id, type, data, actor, happened_at,
           -- An event holds no words: with a rating stands what is kept of it now, and only with the last that it was said with.
           case when type = 'csat_given' and id = max(id) filter (where type = 'csat_given') over (partition by ticket_id) then (select nullif(s.comment, '') from satisfactions s where s.ticket_id = e.ticket_id) end as words
      from ticket_events e where ticket_id = any(${[...ticketIds]}) ${from ? sql`and happened_at >= ${from}` : empty} order by id`);
  // A merge is told by the ticket in which it is read.
  const told = rows.filter(({ type, ticket_id }) => type !== 'merged_into' || ticket_id === ticketIds[0]);
  return told.map(({ id, ticket_id, actor, words, happened_at, ...row }) => ({ is: 'event', id: String(id), ticketId: ticket_id, actor, words, at: happened_at, event: eventOf(row) }));
}

async function readOrderNames(tx: ShopTx, events: readonly ShownEvent[]): Promise<Read['orderNames']> {
  const ids = events.flatMap(({ event: { data } }) => ('orderId' in data ? data.orderId : []));
  return ids.length === 0 ? [] : tx.orders.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
}

/** Only `noteTicketEvent` writes these rows, so type and data belong together. */
function eventOf({ type, data }: { type: string; data: unknown }): TicketEvent {
  return { type, data } as TicketEvent;
}
