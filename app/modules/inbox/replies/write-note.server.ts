import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import type { KnownWords } from './drafts/is-seen.ts';
import { takeDraft } from './drafts/take-draft.server.ts';
import { lockedTicket, longestReply, type ReplyProblem } from './reply.server.ts';
import { staffWriter } from './writer.server.ts';

/** Something for colleagues' eyes alone. */
export interface Note {
  ticketId: number;
  by: string;
  /** Made with the form: two clicks are one note. */
  requestKey: string;
  text: string;
  /** Colleagues it is for: they follow the ticket from then on. */
  mentions?: readonly string[];
  files?: readonly string[];
  /** What the draft was written on. */
  known?: KnownWords;
}

/** Writes a note into a ticket; it leaves for nobody, and stops no clock. */
export function writeNote(ctx: ShopContext, { ticketId, by, requestKey, text, mentions = [], files = [], known = null }: Note): Promise<{ is: 'noted'; messageId: string } | { is: 'refused'; why: ReplyProblem }> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    if (text.trim() === '' && files.length === 0) return { is: 'refused', why: 'empty' };
    if (text.length > longestReply) return { is: 'refused', why: 'too_long' };
    const ticket = await lockedTicket(tx, ticketId);
    const colleagues = await tx.staff_members.findMany({ where: { id: { in: [...mentions] } }, select: { id: true } });
    const mentioned = colleagues.map(({ id }) => id);
    const { name } = await staffWriter(tx, by);
    const { id, isNew } = await addMessage(tx, ticket.id, { direction: 'note', channel: 'note', author: 'staff', authorId: by, authorName: name, text: text.trim(), placedBy: 'staff', dedupeKey: `note:${requestKey}`, mentions: mentioned }, now);
    if (isNew) {
      await takeDraft(tx, { ticketId: ticket.id, askedIn: ticketId, staffId: by, mode: 'note', files, messageId: id, text, known });
      await tx.ticket_followers.createMany({ data: mentioned.map((staff_id) => ({ ticket_id: ticket.id, staff_id, since: now })), skipDuplicates: true });
    }
    return { is: 'noted', messageId: String(id) };
  });
}
