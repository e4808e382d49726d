import type { Priority, TicketChannel } from '../tickets/ticket.ts';
import type { PromiseKind } from './promise-kinds.ts';
import type { Counts, Promises } from './promise-setting.ts';

/** What a target depends on. */
export interface Promised {
  channel: TicketChannel;
  priority: Priority;
  /** How often this person ordered. */
  orders: number;
}

export interface Target {
  minutes: number;
  counts: Counts;
}

/** The quickest target that concerns a ticket, or null where nothing is promised to it. */
export function targetFor(promises: Promises, promise: PromiseKind, { channel, priority, orders }: Promised): Target | null {
  const { [promise]: usual, counts } = promises[channel];
  const urgent = priority === 'urgent' ? promises.urgent[promise] : null;
  const high = priority === 'urgent' || priority === 'high' ? promises.high[promise] : null;
  const valued = promises.valued && orders >= promises.valued.orders ? promises.valued[promise] : null;
  const minutes = [usual, high, urgent, valued].filter((one) => one !== null);
  return minutes.length === 0 ? null : { minutes: Math.min(...minutes), counts };
}
