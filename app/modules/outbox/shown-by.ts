import { z } from 'zod';
import { promiseShown, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { Message } from './store.server.ts';

const promises = z.array(z.object({ shipmentId: z.string().nullable(), from: z.string(), to: z.string(), source: z.string(), slips: z.number() }));

/** The story's lines on the days that a message showed its reader, which it did once it left. */
export function shownBy({ order_id: orderId, channel, promises: named }: Pick<Message, 'order_id' | 'channel'> & Partial<Pick<Message, 'promises'>>, at: Date): NewEntry[] {
  if (orderId === null || named == null) return [];
  return promises.parse(named).map((one) => promiseShown(orderId, one, channel, at));
}
