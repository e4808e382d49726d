import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';
import { readMacro } from './macro-store.server.ts';

interface Taken {
  /** The ticket's, as an address has it. */
  id: string;
  key: string;
  staffId: string | null;
}

/** Notes that a macro was taken for a reply, and does to the ticket what it says: tags, category, priority. Throws where the ticket or the macro is not there. */
export async function takeMacro(ctx: ShopContext, { id, key, staffId }: Taken): Promise<void> {
  const ticketId = ticketNumber(id);
  await ctx.tx(async (tx) => {
    const macro = await readMacro(tx, staffId, key);
    const ticket = await readTicketRow(tx, ticketId);
    if (!macro || !ticket) throw notFound(macro ? 'ticket' : 'macro');
    const now = ctx.clock.now();
    if (!macro.builtIn) await tx.macros.updateMany({ where: { id: macro.key }, data: { uses: { increment: 1 }, last_used_at: now } });
    const { addTags, category, priority } = macro.actions;
    await changeTicket(tx, {
      ticketId,
      actor: staffId,
      now,
      changes: {
        ...(addTags.length > 0 ? { tags: [...new Set([...ticket.tags, ...addTags])] } : {}),
        ...(category ? { category } : {}),
        ...(priority ? { priority, priorityReason: 'staff' } : {}),
      },
    });
  });
}
