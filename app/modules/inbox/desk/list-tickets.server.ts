import { z } from 'zod';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { priorities, ticketCategories, ticketChannels, ticketStates } from '../tickets/ticket.ts';
import { valuedReasons } from '../tiers/valued-by.ts';
import { conditionsOf } from './desk-conditions.server.ts';
import { cursorAfter, isAfter, orderOf } from './desk-order.server.ts';
import { hasNews } from './followed.server.ts';
import type { DeskQuery } from './ui/desk-query.ts';
import type { DeskRow } from './desk-row.ts';

const pageSize = 50;

const found = z.object({
  id: z.number(),
  subject: z.string(),
  preview: z.string(),
  state: z.enum(ticketStates),
  spam: z.boolean(),
  channel: z.enum(ticketChannels),
  priority: z.enum(priorities),
  valuedBy: z.enum(valuedReasons).nullable(),
  category: z.enum(ticketCategories).nullable(),
  tags: z.array(z.string()),
  personId: z.string(),
  person: z.string().nullable(),
  assigneeId: z.string().nullable(),
  assigneeName: z.string().nullable(),
  lastFrom: z.enum(['customer', 'shop']),
  lastMessageAt: z.date(),
  waitingSince: z.date().nullable(),
  dueAt: z.date().nullable(),
  hasNews: z.boolean(),
  snoozedUntil: z.date().nullable(),
  messages: z.number(),
  orders: z.array(z.string()),
  rank: z.number(),
});

/** A page of the conversations a query shows, as this person of the shop sees them; the cursor of the next. */
export async function listTickets(tx: ShopTx, query: DeskQuery, staffId: string | null): Promise<{ rows: DeskRow[]; nextCursor: string | null }> {
  const { by, rank } = orderOf(query);
  // The page is cut out first: names and orders are looked up for its rows alone.
  const told = await tx.$queryRaw<unknown[]>(sql`
    with page as materialized (
      select t.*, ${rank} as rank, row_number() over (order by ${by}) as place from tickets t
       where ${conditionsOf(query, staffId)} ${isAfter(query)} order by ${by} limit ${pageSize + 1})
    select p.id, p.person_id::text as "personId", p.subject, p.preview, p.state, p.spam, p.channel, p.priority, p.valued_by as "valuedBy", p.category, p.tags, p.assignee_id as "assigneeId", p.last_from as "lastFrom", p.last_message_at as "lastMessageAt",
           p.waiting_since as "waitingSince", p.due_at as "dueAt", ${hasNews(sql`p`, staffId)} as "hasNews", p.snoozed_until as "snoozedUntil", p.message_count as messages, p.rank,
           coalesce(w.name, (select h.value from handles h where h.person_id = p.person_id and h.unlinked_at is null and h.kind <> 'customer' order by h.linked_at, h.id limit 1)) as person,
           coalesce(a.display_name, s.name) as "assigneeName",
           array(select o.name from ticket_orders l join orders o on o.id = l.order_id where l.ticket_id = p.id and o.deleted_at is null order by l.linked_at, o.name limit 3) as orders
      from page p join people w on w.id = p.person_id left join staff_members s on s.id = p.assignee_id left join agents a on a.staff_id = p.assignee_id
     order by p.place`);
  const all = z.array(found).parse(told);
  const rows = all.slice(0, pageSize);
  const last = rows.at(-1);
  return { rows: rows.map(({ rank: at, ...row }) => ({ ...row, place: cursorAfter(query.sort, { ...row, rank: at }) })), nextCursor: all.length > pageSize && last ? cursorAfter(query.sort, last) : null };
}
