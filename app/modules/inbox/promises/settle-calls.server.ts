import { after, minute } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import type { Call } from './read-conversation.server.ts';
import { warnedBefore } from './reckon.ts';

/** A call that is owed, and the ticket it was promised in. */
interface OwedCall extends Call {
  ticketId: number;
}

/** Writes down once which call is soon due and which was missed; answers when somebody has to look again, null where a call is none to be looked at any more. */
export async function settleCalls(tx: ShopTx, calls: readonly OwedCall[], { warnBefore, now }: { warnBefore: number | null; now: Date }): Promise<(Date | null)[]> {
  for (const { ticketId, by, since } of calls) {
    if (by <= now) await noteOnce(tx, 'promise_broken', { ticketId, by, now });
    else if (isPast(warningOf({ by, since }, warnBefore), now)) await noteOnce(tx, 'promise_warned', { ticketId, by, now });
  }
  return calls.map((call) => [warningOf(call, warnBefore), call.by].find((at) => at !== null && at > now) ?? null);
}

/** Writes down that a call was made, in time or not. */
export async function endCall(tx: ShopTx, { ticketId, by, since, now }: OwedCall & { now: Date }): Promise<void> {
  if (by < now) return noteOnce(tx, 'promise_broken', { ticketId, by, now });
  await noteTicketEvent(tx, { ticketId, type: 'promise_kept', data: { promise: 'call', dueAt: by.toISOString(), after: Math.round((now.getTime() - since.getTime()) / minute) }, actor: null, now });
}

/** When to warn of a call. */
function warningOf({ by, since }: Call, warnBefore: number | null): Date | null {
  return warnBefore === null ? null : after(by, -warnedBefore(warnBefore, (by.getTime() - since.getTime()) / minute) * minute);
}

const isPast = (at: Date | null, now: Date): boolean => at !== null && at <= now;

async function noteOnce(tx: ShopTx, type: 'promise_warned' | 'promise_broken', { ticketId, by, now }: { ticketId: number; by: Date; now: Date }): Promise<void> {
  const known = await tx.ticket_events.findFirst({ where: { ticket_id: ticketId, type, data: { path: ['promise'], equals: 'call' } }, select: { id: true } });
  if (!known) await noteTicketEvent(tx, { ticketId, type, data: { promise: 'call', dueAt: by.toISOString() }, actor: null, now });
}
