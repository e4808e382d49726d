import { after, minute } from '#app/kernel/time.ts';
import { runInBulk } from '#app/platform/db/database.server.ts';
import type { Message } from '../store.server.ts';
import { isUrgent } from '../voice-setting.ts';
import type { Rule } from './verdict.ts';

const question = `
  select m.id::text, max(n.claimed_at) as at
    from outbox m join outbox n on n.person = m.person and n.id <> m.id
   where m.id = any ($1::bigint[]) and n.topic is not null and not (n.topic = m.topic and n.rank = m.rank)
     and n.state in ('sending', 'sent', 'unknown') and n.claimed_at > $2::timestamptz
   group by m.id`;

/** Between two messages that one person did not ask for lies a pause; what waits meanwhile may be overtaken. One thing told on two ways is one message. */
export const pause: Rule = async ({ tx, voice, now }, messages) => {
  const length = voice.pauseMinutes * minute;
  const keepsIt = (message: Message) => length > 0 && !isUrgent(voice, message);
  const ids = messages.filter(keepsIt).map(({ id }) => String(id));
  const rows = ids.length === 0 ? [] : await runInBulk<{ id: string; at: Date }>(tx, question, [ids, after(now, -length)], 'outbox-pause');
  const writtenTo = new Map(rows.map(({ id, at }) => [BigInt(id), at]));
  return ({ id }) => {
    const before = writtenTo.get(id);
    return before ? { wait: after(before, length), for: 'window', because: 'The customer was written to just now.' } : 'go';
  };
};
