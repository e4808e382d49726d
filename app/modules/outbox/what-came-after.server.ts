import { after, day } from '#app/kernel/time.ts';
import { readStory } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { toChannel } from './message.ts';
import { addressMark } from './person-of.ts';
import type { Message } from './store.server.ts';

/** Something that happened after a message left, and may be because of it. */
export interface CameAfter {
  what: 'followed' | 'contacted' | 'delivered' | 'refunded' | 'cancelled' | 'written' | 'unsubscribed';
  at: Date;
  /** The message that was written next. */
  messageId: string | null;
}

/** Later than that it has other causes. */
const reach = 14 * day;
const shownMost = 10;

const told = { 'problem.reported': 'contacted', 'shipment.delivered': 'delivered', 'refund.created': 'refunded', 'order.cancelled': 'cancelled', 'message.sent': 'written' } as const;

/** What happened within two weeks after a message left, oldest first: to its order, and by its reader. */
export async function whatCameAfter(tx: ShopTx, message: Message): Promise<CameAfter[]> {
  const left = message.sent_at;
  if (left === null) return [];
  const until = after(left, reach);
  const isAfter = (at: Date) => at > left && at <= until;
  const story = message.order_id === null ? [] : await readStory(tx, { orderId: message.order_id });
  const ofOrder = story.flatMap((line): CameAfter[] => {
    const what = isTold(line.type) ? told[line.type] : null;
    const messageId = line.type === 'message.sent' ? line.data.messageId : null;
    return what && isAfter(line.happenedAt) && messageId !== String(message.id) ? [{ what, at: line.happenedAt, messageId }] : [];
  });
  const channel = toChannel(message.channel);
  const optOuts = await tx.opt_outs.findMany({ where: { channel, address_mark: addressMark(channel, message.recipient), subject: { in: [message.kind, message.category] } }, select: { since: true } });
  const byReader: CameAfter[] = [
    ...(message.opened_at ? [{ what: 'followed' as const, at: message.opened_at, messageId: null }] : []),
    ...optOuts.filter(({ since }) => isAfter(since)).map(({ since }) => ({ what: 'unsubscribed' as const, at: since, messageId: null })),
  ];
  return [...byReader, ...ofOrder].toSorted((one, other) => one.at.getTime() - other.at.getTime()).slice(0, shownMost);
}

function isTold(type: string): type is keyof typeof told {
  return Object.hasOwn(told, type);
}
