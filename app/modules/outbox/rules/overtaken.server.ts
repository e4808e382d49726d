import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Message } from '../store.server.ts';
import type { Rule } from './verdict.ts';

type Told = Pick<Message, 'topic' | 'rank' | 'channel' | 'person'> & { id: bigint | null };

/** The message that makes this one superfluous: newer truth of its topic, or the same told to the same person on the same way. */
export function overtakerOf(tx: ShopTx, { topic, rank, channel, person, id }: Told): Promise<Message | null> {
  if (topic === null) return Promise.resolve(null);
  const left = ['sending', 'sent', 'unknown'];
  const first = id === null ? {} : { OR: [{ id: { lt: id } }, { state: { in: left } }] };
  return tx.outbox.findFirst({
    where: {
      topic,
      state: { in: ['queued', ...left] },
      ...(id === null ? {} : { id: { not: id } }),
      OR: [{ rank: { gt: rank } }, { rank, channel, person, ...first }],
    },
    orderBy: [{ rank: 'desc' }, { id: 'asc' }],
  });
}

/** Why a message was dropped for another. */
export function overtakenBy(older: { rank: bigint }, newer: Pick<Message, 'rank' | 'reason'>): string {
  return newer.rank > older.rank ? `Overtaken by newer news: ${newer.reason}` : `Told already: ${newer.reason}`;
}

/** Of one topic only the newest truth leaves, and once. */
export const overtaken: Rule = async ({ tx }, message) => {
  const newer = await overtakerOf(tx, message);
  return newer ? { drop: 'overtaken', because: overtakenBy(message, newer) } : 'go';
};
