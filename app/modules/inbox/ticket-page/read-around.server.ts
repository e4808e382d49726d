import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ticketStates } from '../tickets/ticket.ts';
import type { TicketView } from './ticket-view.ts';

const mostOthers = 8;

type Around = Pick<TicketView, 'person' | 'others' | 'staff' | 'isFollowed' | 'sides'>;

interface Asked {
  personId: string;
  /** The ticket and all that is read in it. */
  parts: readonly number[];
  staffId: string | null;
}

/** Who and what stands around a conversation, in one question: a page is opened a hundred times a day. */
export async function readAround(tx: ShopTx, { personId, parts, staffId }: Asked): Promise<Around> {
  const [row] = await tx.$queryRaw<Around[]>`
    select
      (select json_build_object('id', p.id, 'name', p.name, 'address', (
         select h.value from handles h where h.person_id = p.id and h.unlinked_at is null and h.kind in ('email', 'phone') order by h.kind, h.linked_at limit 1))
         from people p where p.id = ${personId}::uuid) as person,
      coalesce((select json_agg(json_build_object('id', id, 'subject', subject, 'state', state) order by id desc)
         from (select id, subject, state from tickets where person_id = ${personId}::uuid and merged_into is null and id <> all(${parts}) order by id desc limit ${mostOthers}) other), '[]') as others,
      coalesce((select json_agg(json_build_object('id', id, 'name', name) order by name, id) from (
         select id, name from staff_members
         -- Whoever opens the app for the first time is noted while their page is read.
         union all select ${staffId}::text, null where ${staffId}::text is not null and not exists (select from staff_members where id = ${staffId})) known), '[]') as staff,
      coalesce((select json_agg(json_build_object('id', id, 'subject', subject, 'address', address) order by started_at) from side_conversations where ticket_id = any(${parts})), '[]') as sides,
      exists (select from ticket_followers where ticket_id = any(${parts}) and staff_id = ${staffId}) as "isFollowed"`;
  if (!row) throw new Error('Nothing stands around a conversation.');
  return { ...row, others: row.others.filter(({ state }) => ticketStates.includes(state)) };
}
