import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';

const atOnce = 100;

/** Opens every ticket whose time to sleep is over, each in a transaction of its own. */
export async function wakeSnoozed(ctx: ShopContext): Promise<void> {
  const now = ctx.clock.now();
  const isOver = { state: 'snoozed', snoozed_until: { lte: now }, merged_into: null };
  for (;;) {
    const tickets = await ctx.tx((tx) => tx.tickets.findMany({ where: isOver, orderBy: { snoozed_until: 'asc' }, take: atOnce, select: { id: true } }));
    for (const { id } of tickets) {
      await ctx.tx(async (tx) => {
        // Somebody may have put it away for longer, or woken it, meanwhile.
        const [still] = await tx.$queryRaw<{ id: number }[]>`select id from tickets where id = ${id} and state = 'snoozed' and snoozed_until <= ${now} and merged_into is null for update`;
        if (still) await changeTicket(tx, { ticketId: id, changes: { state: 'open' }, actor: null, now });
      });
    }
    if (tickets.length < atOnce) return;
  }
}
