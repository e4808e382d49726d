import { sql, type Sql } from '#app/platform/db/database.server.ts';

/** When a message `m` was said: what is sent, as it left. */
export const saidAt = sql`case m.direction when 'out' then greatest(m.created_at, m.happened_at) else m.created_at end`;

/** That a message `m` is news to the follower `f` of its ticket: somebody else said it since they looked, or since they were named. */
export const isNews = sql`m.ticket_id = f.ticket_id and m.kind = 'mail' and m.send_at is null and m.withdrawn_at is null and (m.author <> 'staff' or m.author_id is distinct from f.staff_id)
  and case when f.seen_at is null then ${saidAt} >= f.since else ${saidAt} > f.seen_at end`;

/** That somebody follows a ticket, by the name it has in the question, in which there is news for them. Where nothing was said since they looked, no message is looked at. */
export function hasNews(ticket: Sql, staffId: string | null): Sql {
  return sql`exists (select from ticket_followers f join messages m on ${isNews} where f.ticket_id = ${ticket}.id and f.staff_id = ${staffId} and ${ticket}.last_message_at >= coalesce(f.seen_at, f.since))`;
}

/** That somebody follows the ticket `t`, and it is not done or has news for them. */
export function isFollowed(staffId: string | null): Sql {
  return sql`t.id in (select f.ticket_id from ticket_followers f where f.staff_id = ${staffId}) and not t.spam and t.merged_into is null and (t.state not in ('solved', 'closed') or ${hasNews(sql`t`, staffId)})`;
}
