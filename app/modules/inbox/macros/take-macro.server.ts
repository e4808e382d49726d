import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { undoOf, type ChangeAnswer } from '../ticket-page/change-from-page.server.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { changeTicket, movedTags } from '../tickets/change-ticket.server.ts';
import { readTicketRow, type TicketRow } from '../tickets/ticket-row.server.ts';
import { readMacro } from './macro-store.server.ts';
import type { MacroActions } from './macro.ts';

interface Taken {
  /** The ticket's, as an address has it. */
  id: string;
  key: string;
  staffId: string | null;
}

/**
 * Notes that a macro was taken for a reply, and does to the ticket what it says: tags, category, priority. Answers what became different, with the way back;
 * null where nothing did. Throws where the ticket or the macro is not there.
 */
export async function takeMacro(ctx: ShopContext, { id, key, staffId }: Taken): Promise<ChangeAnswer | null> {
  const ticketId = ticketNumber(id);
  return ctx.tx(async (tx) => {
    const macro = await readMacro(tx, staffId, key);
    const ticket = await readTicketRow(tx, ticketId);
    if (!macro || !ticket) throw notFound(macro ? 'ticket' : 'macro');
    const now = ctx.clock.now();
    if (!macro.builtIn) await tx.macros.updateMany({ where: { id: macro.key }, data: { uses: { increment: 1 }, last_used_at: now } });
    const { addTags, category, priority } = macro.actions;
    const before = await changeTicket(tx, {
      ticketId,
      actor: staffId,
      now,
      changes: {
        ...(addTags.length > 0 ? { addTags } : {}),
        ...(category ? { category } : {}),
        ...(priority ? { priority, priorityReason: 'staff' } : {}),
      },
    });
    return before && cameOf(before, macro.actions, now);
  });
}

/** Only what was otherwise before, so that taking it back leaves alone what was so anyway. */
function cameOf(before: TicketRow, { addTags, category, priority }: MacroActions, now: Date): ChangeAnswer | null {
  const changes = {
    ...(movedTags(before, { addTags }).added.length > 0 ? { addTags } : {}),
    ...(category && category !== before.category ? { category } : {}),
    ...(priority && priority !== before.priority ? { priority } : {}),
  };
  const what = Object.keys(changes).map((name) => (name === 'addTags' ? 'tags' : name));
  return what.length === 0 ? null : { is: 'changed', what, state: null, until: null, undo: undoOf(before, changes, now) };
}
