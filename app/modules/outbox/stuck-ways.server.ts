import { after, day } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** A way on which nothing leaves: who carries it refuses, or does not answer. */
export interface StuckWay {
  channel: string;
  /** How many messages it concerns. */
  messages: number;
  since: Date;
  /** What was said the last time, in the carrier's words. */
  said: string;
}

// Refused once may be a bad moment, and one address of many may be slow: stuck is what was refused twice while nothing at all left.
const question = `
  with refused as (
    select channel, created_at, outcome, id from outbox
     where (state = 'queued' and held_by is null or state in ('failed', 'dropped') and coalesce(held_by, 'expired') = 'expired')
       and attempts > 1 and outcome is not null and created_at > $1::timestamptz)
  select channel, count(*)::int as messages, min(created_at) as since, (array_agg(outcome order by id desc))[1] as said
    from refused r group by channel
  having not exists (select from outbox s where s.channel = r.channel and s.sent_at >= min(r.created_at) and s.created_at > $1::timestamptz)
   order by channel`;

/** The ways on which messages were refused more than once, and none left since. */
export function stuckWays(tx: ShopTx, now: Date): Promise<StuckWay[]> {
  return runInBulk<StuckWay & Record<string, unknown>>(tx, question, [after(now, -3 * day)], 'outbox-stuck-ways');
}
