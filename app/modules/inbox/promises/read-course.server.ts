import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ticketStates } from '../tickets/ticket.ts';
import type { Happening } from './waits.ts';

/** A ticket whose course is read; words in the one it was merged into count from then on. */
export interface Coursed {
  id: number;
  rootId: number;
}

export interface Course {
  happenings: Happening[];
  isSpamAtFirst: boolean;
}

const eventData = z.object({ to: z.enum(ticketStates).optional(), is: z.boolean().optional() });

interface Row {
  kind: 'customer' | 'shop' | 'state' | 'reopened' | 'spam' | 'merged_into';
  at: Date;
  staff_id: string | null;
  data: unknown;
  own: boolean;
}

/** What of a ticket's course concerns its promises, in order: what was said aloud before what it led to. */
export async function readCourse(tx: ShopTx, { id, rootId }: Coursed, isSpam: boolean): Promise<Course> {
  const rows = await tx.$queryRaw<Row[]>`
    select case author when 'person' then 'customer' else 'shop' end as kind, case direction when 'in' then created_at else greatest(created_at, happened_at) end as at,
           case author when 'staff' then author_id end as staff_id, null::jsonb as data, ticket_id = ${id} as own, 0 as rank, id as place
      from messages
     where (ticket_id = ${id} or ticket_id = ${rootId} and direction = 'out') and side_id is null and kind = 'mail' and send_at is null and withdrawn_at is null
       and (direction = 'in' and author = 'person' or direction = 'out' and author = 'staff')
    union all
    select type, happened_at, actor, data, true, 1, id from ticket_events where ticket_id = ${id} and type in ('state', 'reopened', 'spam', 'merged_into')
     order by at, rank, place`;
  const merged = rows.findLast(({ kind }) => kind === 'merged_into');
  const happenings = rows.filter(({ own, at }) => own || (merged !== undefined && at >= merged.at)).flatMap(happeningOf);
  const firstSpam = happenings.find((happened) => happened.what === 'spam');
  return { happenings, isSpamAtFirst: firstSpam?.what === 'spam' ? !firstSpam.is : isSpam };
}

function happeningOf({ kind, at, staff_id: staffId, data }: Row): Happening[] {
  if (kind === 'customer') return [{ at, what: 'customer' }];
  if (kind === 'shop') return [{ at, what: 'shop', staffId }];
  if (kind === 'reopened') return [{ at, what: 'state', to: 'open', staffId }];
  const { to, is } = eventData.parse(data ?? {});
  if (kind === 'state' && to) return [{ at, what: 'state', to, staffId }];
  return kind === 'spam' && is !== undefined ? [{ at, what: 'spam', is }] : [];
}
