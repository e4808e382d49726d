import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Message } from '../store.server.ts';
import type { Rule } from './verdict.ts';

/** A message and what makes it superfluous. */
export interface Overtaken {
  message: Pick<Message, 'id' | 'rank'>;
  newer: Pick<Message, 'rank' | 'reason'>;
}

// Newer truth of its topic, or the same told to the same person on the same way: by a message that left or, of those that wait, by the first.
const question = `
  select distinct on (m.id) m.id::text, m.rank::text, n.rank::text as newer_rank, n.reason
    from outbox m join outbox n on n.topic = m.topic and n.id <> m.id
   where (m.id = any ($1::bigint[]) or m.topic = any ($2::text[]) and m.state = 'queued') and n.state in ('queued', 'sending', 'sent', 'unknown')
     and (n.rank > m.rank or n.rank = m.rank and n.channel = m.channel and n.person = m.person and (n.id < m.id or n.state <> 'queued'))
   order by m.id, n.rank desc, n.id`;

/** Those of these messages, and of what waits about these topics, that another message makes superfluous. */
export async function findOvertaken(tx: ShopTx, { ids = [], topics = [] }: { ids?: readonly bigint[]; topics?: readonly string[] }): Promise<Overtaken[]> {
  if (ids.length === 0 && topics.length === 0) return [];
  const rows = await runInBulk<{ id: string; rank: string; newer_rank: string; reason: string }>(tx, question, [ids.map(String), topics], 'outbox-overtaken');
  return rows.map(({ id, rank, newer_rank, reason }) => ({ message: { id: BigInt(id), rank: BigInt(rank) }, newer: { rank: BigInt(newer_rank), reason } }));
}

/** Why a message was dropped for another. */
export function overtakenBy({ message, newer }: Overtaken): string {
  return newer.rank > message.rank ? `Overtaken by newer news: ${newer.reason}` : `Told already: ${newer.reason}`;
}

/** Of one topic only the newest truth leaves, and once. */
export const overtaken: Rule = async ({ tx }, messages) => {
  const found = await findOvertaken(tx, { ids: messages.map(({ id }) => id) });
  const reasons = new Map(found.map((one) => [one.message.id, overtakenBy(one)]));
  return ({ id }) => {
    const because = reasons.get(id);
    return because === undefined ? 'go' : { drop: 'overtaken', because };
  };
};
