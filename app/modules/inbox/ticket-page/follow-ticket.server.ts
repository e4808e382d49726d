import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { ticketNumber } from './ticket-number.ts';
import { partsOf } from './ticket-parts.server.ts';

/** Has a person of the shop follow a ticket, or no more, nor anything that is read in it. */
export async function followTicket(ctx: ShopContext, { id, staffId, follows }: { id: string; staffId: string; follows: boolean }): Promise<void> {
  await ctx.tx(async (tx) => {
    const ticketId = await rootOf(tx, ticketNumber(id));
    if (ticketId === null) throw notFound('ticket');
    const now = ctx.clock.now();
    if (follows) await tx.ticket_followers.createMany({ data: [{ ticket_id: ticketId, staff_id: staffId, since: now, seen_at: now }], skipDuplicates: true });
    else await tx.ticket_followers.deleteMany({ where: { ticket_id: { in: (await partsOf(tx, ticketId)).map((part) => part.id) }, staff_id: staffId } });
  });
}
