import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { dissatisfied } from './scores.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';

/** What a customer says of how they were helped. */
export const ratingSchema = z.object({
  score: z.coerce.number().int().min(1).max(5),
  comment: z.string().default('').transform((typed) => typed.trim().slice(0, 2_000)),
});

export type Rating = z.infer<typeof ratingSchema>;

/** Keeps what a customer who was asked says; whoever says it again corrects it, and it counts once. Whoever is dissatisfied has work made of it: their ticket is open again, says why, and they wait for a reply. Answers whether they were asked. */
export async function recordRating(tx: ShopTx, ticketId: number, { score, comment }: Rating, now: Date): Promise<boolean> {
  const [before] = await tx.$queryRaw<{ score: number | null; answered_at: Date | null }[]>`select score, answered_at from satisfactions where ticket_id = ${ticketId} for update`;
  if (!before) return false;
  await tx.satisfactions.updateMany({ where: { ticket_id: ticketId }, data: { score, comment, answered_at: before.answered_at ?? now } });
  if (score !== before.score) await noteTicketEvent(tx, { ticketId, type: 'csat_given', data: { score }, actor: null, now });
  if (score <= dissatisfied && (before.score ?? 5) > dissatisfied) {
    await tx.tickets.updateMany({ where: { id: ticketId, waiting_since: null }, data: { waiting_since: now } });
    await changeTicket(tx, { ticketId, changes: { state: 'open' }, actor: null, now, rated: score });
  }
  await ticketMoved(tx, ticketId, now);
  return true;
}
