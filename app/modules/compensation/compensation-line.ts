import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type { Road } from './ledger.ts';

interface Told {
  id: string;
  road: Road;
  amount: number;
  currency: string;
}

interface By {
  orderId: string;
  source: 'app' | 'customer' | 'staff';
  actor: string | null;
  at: Date;
}

/** A line of the story about something given. */
export function compensationLine(type: 'compensation.given' | 'compensation.released' | 'compensation.reserved', { id, road, amount, currency }: Told, { orderId, source, actor, at }: By): NewEntry {
  return { type, happenedAt: at, orderId, source, actor, data: { compensationId: id, road, amount: { minor: amount, currency } }, dedupeKey: `${type}:${id}` };
}
