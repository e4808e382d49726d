import { after, hour } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { isLive } from './desk-conditions.server.ts';
import { isNews, saidAt } from './followed.server.ts';

/** Something a person of the shop is told of, wherever in the app they are. */
export interface Told {
  id: number;
  subject: string;
  /** Who did it; null: the app, or somebody whose name is not known. */
  by: string | null;
  how: 'mentioned' | 'noted' | 'answered' | 'wrote' | 'given';
  at: Date;
}

const lately = hour;

/** The last that was said by others in what this person follows, or that was given to them by others; null where nothing was lately. */
export async function toldTo(tx: ShopTx, staffId: string | null, now: Date): Promise<Told | null> {
  if (staffId === null) return null;
  const since = after(now, -lately);
  const [told] = await tx.$queryRaw<Told[]>(sql`
    select t.id, t.subject, nullif(m.author_name, '') as by,
           case when ${staffId} = any(m.mentions) then 'mentioned' when m.direction = 'note' then 'noted' when m.direction = 'out' then 'answered' else 'wrote' end as how, ${saidAt} as at
      from ticket_followers f join tickets t on t.id = f.ticket_id join messages m on ${isNews}
     where f.staff_id = ${staffId} and t.last_message_at > ${since} and ${saidAt} > ${since} and not t.spam and t.merged_into is null
       -- What a customer writes in what waits for this person is told as that.
       and not (m.direction = 'in' and m.author = 'person' and (t.assignee_id is null or t.assignee_id = ${staffId}))
    union all
    select t.id, t.subject, coalesce(a.display_name, s.name), 'given', e.happened_at
      from ticket_events e join tickets t on t.id = e.ticket_id left join staff_members s on s.id = e.actor left join agents a on a.staff_id = e.actor
     where e.type = 'assigned' and e.happened_at > ${since} and e.data ->> 'to' = ${staffId} and e.actor is distinct from ${staffId} and t.assignee_id = ${staffId} and ${isLive}
     order by at desc limit 1`);
  return told ?? null;
}
