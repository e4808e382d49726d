import type { Priority, TicketChannel } from '../tickets/ticket.ts';
import type { PromiseKind } from './promise-kinds.ts';
import type { Counts, Promises } from './promise-setting.ts';

/** What a target depends on. */
export interface Promised {
  channel: TicketChannel;
  priority: Priority;
  /** Whether the shop values its customer. */
  isValued: boolean;
}

export interface Target {
  minutes: number;
  counts: Counts;
}

/** The quickest target that concerns a ticket, or null where nothing is promised to it. */
export function targetFor(promises: Promises, promise: PromiseKind, { channel, priority, isValued }: Promised): Target | null {
  const { counts } = promises[channel];
  const concerning = [channel, ...(priority === 'urgent' ? (['urgent', 'high'] as const) : priority === 'high' ? (['high'] as const) : [])];
  const tiers = isValued && promises.valued ? [promises, promises.valued] : [promises];
  const minutes = tiers.flatMap((tier) => concerning.map((one) => tier[one][promise])).filter((one) => one !== null);
  return minutes.length === 0 ? null : { minutes: Math.min(...minutes), counts };
}
