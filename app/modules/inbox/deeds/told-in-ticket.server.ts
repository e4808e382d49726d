import type { Step } from '#app/modules/compensation/index.server.ts';
import type { Money } from '#app/kernel/money.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { lockRoot } from '../tickets/lock-root.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';

/** What a ticket tells of something that was done beside it. */
interface Told {
  ticketId: number;
  act: string;
  amount?: Money;
  /** What exactly was done, where its name alone does not say. */
  ref?: string;
  /** Whether the order's story tells it in its own way, as the ledger does of money. */
  isInStory?: boolean;
}

/** A step of a chain that was begun beside a ticket: once it is known to be done, and not before, the ticket and the order's story tell of it. */
export function toldInTicket<Input>(step: Step<Input>, told: (input: Input) => Told): Step<Input> {
  return {
    ...step,
    async confirm(tx, at, result, now) {
      await step.confirm?.(tx, at, result, now);
      const chain = await tx.chains.findFirst({ where: { id: at.chainId }, select: { actor: true } });
      await tellDeed(tx, { ...told(at.input), orderId: at.orderId, actor: chain?.actor ?? null, key: at.chainId }, now);
    },
  };
}

/** Writes down in the ticket and in the order's story what somebody did; once per key in the story. */
export async function tellDeed(tx: ShopTx, { ticketId, act, amount, isInStory = false, orderId, actor, key, ref }: Told & { orderId: string; actor: string | null; key: string }, now: Date): Promise<void> {
  if (!isInStory) await append(tx, [{ type: 'staff.acted', happenedAt: now, orderId, source: 'staff', actor, data: { ticketId, act }, dedupeKey: `staff.acted:${key}` }]);
  // The conversation may have been purged since.
  if ((await lockRoot(tx, ticketId)) === null) return;
  await noteTicketEvent(tx, { ticketId, type: 'acted', data: { act, orderId, ...(amount && { amount }), ...(ref !== undefined && { ref }) }, actor, now });
  await ticketMoved(tx, ticketId, now);
}
