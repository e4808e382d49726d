import type { Step } from '#app/modules/compensation/index.server.ts';
import type { Money } from '#app/kernel/money.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';

/** What a ticket tells of something that was done beside it. */
interface Told {
  ticketId: number;
  act: string;
  amount?: Money;
}

/** A step of a chain that was begun beside a ticket: once it is known to be done, and not before, the ticket tells of it. */
export function toldInTicket<Input>(step: Step<Input>, told: (input: Input) => Told): Step<Input> {
  return {
    ...step,
    async confirm(tx, at, result, now) {
      await step.confirm?.(tx, at, result, now);
      const { ticketId, act, amount } = told(at.input);
      const chain = await tx.chains.findFirst({ where: { id: at.chainId }, select: { actor: true } });
      if ((await tx.tickets.count({ where: { id: ticketId } })) === 0) return;
      await noteTicketEvent(tx, { ticketId, type: 'acted', data: { act, orderId: at.orderId, ...(amount && { amount }) }, actor: chain?.actor ?? null, now });
      await ticketMoved(tx, ticketId, now);
    },
  };
}
