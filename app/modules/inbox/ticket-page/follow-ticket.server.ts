import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { ticketNumber } from './ticket-number.ts';

/** Has a person of the shop follow a ticket, or no more. */
export async function followTicket(ctx: ShopContext, { id, staffId, follows }: { id: string; staffId: string; follows: boolean }): Promise<void> {
  await ctx.tx(async (tx) => {
    const ticketId = await rootOf(tx, ticketNumber(id));
    if (ticketId === null) throw notFound('ticket');
    if (follows) await tx.ticket_followers.createMany({ data: [{ ticket_id: ticketId, staff_id: staffId, since: ctx.clock.now() }], skipDuplicates: true });
    else await tx.ticket_followers.deleteMany({ where: { ticket_id: ticketId, staff_id: staffId } });
  });
}
