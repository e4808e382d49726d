import { z } from 'zod';
import { searchTerms } from '#app/kernel/text.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { ticketChannels, ticketStates } from '../tickets/ticket.ts';
import { excerpt, highlight } from './highlight.ts';
import type { FoundTicket, Named } from './views.ts';

const longestRead = 20_000;
const mostRead = 40;

interface Row {
  id: number;
  read_in: number;
  subject: string;
  name: string | null;
  address: string | null;
  state: string;
  channel: string;
  spam: boolean;
  assignee_id: string | null;
  last_message_at: Date;
}

interface Said {
  ticket_id: number;
  text: string;
  author_name: string;
  from_address: string | null;
  direction: string;
  happened_at: Date;
}

const directions = z.enum(['in', 'out', 'note']);

/** These tickets in this order, as a list of results shows them: with the words marked where they stand. */
export async function describeTickets(tx: ShopTx, ids: readonly number[], { words, named }: { words: string; named: ReadonlyMap<number, Named> }): Promise<FoundTicket[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    with recursive roots as (
      select id as found, id, merged_into, 0 as steps from tickets where id = any(${ids}::int[])
      union all
      select r.found, t.id, t.merged_into, r.steps + 1 from roots r join tickets t on t.id = r.merged_into where r.steps < 50
    )
    select t.id, r.id as read_in, t.subject, coalesce(p.name, (${calledAtShopify})) as name, (select h.value from handles h where h.person_id = p.id and h.unlinked_at is null order by h.kind = 'email' desc, h.linked_at limit 1) as address,
           root.state, t.channel, root.spam, root.assignee_id, root.last_message_at
      from roots r join tickets root on root.id = r.id join tickets t on t.id = r.found join people p on p.id = t.person_id where r.merged_into is null`;
  const said = await saidIn(tx, ids, words);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [ticketOf(row, { words, named: named.get(id) ?? null, said: said.get(id) ?? [] })] : [];
  });
}

const calledAtShopify = sql`select nullif(concat_ws(' ', c.first_name, c.last_name), '') from handles h join customers c on c.id = h.value
  where h.person_id = p.id and h.kind = 'customer' and h.confidence = 'sure' and h.unlinked_at is null and c.redacted_at is null order by h.linked_at limit 1`;

async function saidIn(tx: ShopTx, ids: readonly number[], words: string): Promise<Map<number, Said[]>> {
  if (searchTerms(words).length === 0) return new Map();
  const rows = await tx.$queryRaw<Said[]>`
    select said.* from unnest(${ids}::int[]) as found (id)
     cross join lateral (select m.ticket_id, left(m.text, ${longestRead}) as text, m.author_name, m.from_address, m.direction, m.happened_at
                           from messages m where m.ticket_id = found.id and m.withdrawn_at is null order by m.id desc limit ${mostRead}) said`;
  return Map.groupBy(rows, (row) => row.ticket_id);
}

function ticketOf(row: Row, { words, named, said }: { words: string; named: Named | null; said: readonly Said[] }): FoundTicket {
  return {
    id: row.id,
    readIn: row.read_in,
    named,
    subject: highlight(row.subject, words),
    person: highlight(row.name ?? row.address ?? '', words),
    state: z.enum(ticketStates).parse(row.state),
    channel: z.enum(ticketChannels).parse(row.channel),
    spam: row.spam,
    assigneeId: row.assignee_id,
    lastMessageAt: row.last_message_at,
    said: bestOf(said, words),
  };
}

/** The message in which most of the words stand together; of equals the newest. */
function bestOf(said: readonly Said[], words: string): FoundTicket['said'] {
  let best: { message: Said; shown: NonNullable<ReturnType<typeof excerpt>> } | null = null;
  for (const message of said) {
    const shown = excerpt(message.text, words);
    if (shown && (!best || shown.found > best.shown.found)) best = { message, shown };
  }
  if (!best) return null;
  const { message, shown } = best;
  return { pieces: shown.pieces, by: message.author_name || (message.from_address ?? ''), direction: directions.parse(message.direction), at: message.happened_at };
}
