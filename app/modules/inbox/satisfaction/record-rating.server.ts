import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { asTyped, cut } from '#app/kernel/text.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { holdsWordsAgain } from '../tickets/holds-words-again.server.ts';
import { lockRoot } from '../tickets/lock-root.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { dissatisfied, readScore, scoreSchema, type Score } from './scores.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';

/** What a customer says of how they were helped. */
export const ratingSchema = z.object({
  score: scoreSchema,
  comment: z.string().default('').transform((typed) => cut(asTyped(typed).trim(), 2_000)),
});

type Rating = z.infer<typeof ratingSchema>;

/** What a customer said, as it is by now. */
interface Stands {
  score: Score | null;
  comment: string;
}

interface Recording {
  ticketId: number;
  rating: Rating;
  /** Counts only where nothing was said before: a link that is opened once more takes nothing back. */
  onlyFirst: boolean;
  now: Date;
}

/**
 * Keeps what a customer who was asked says; whoever says it again corrects it, and it counts once. Whoever is dissatisfied has work made of it: their ticket is open again, says why,
 * and they wait for a reply. Answers what stands then; null where they were not asked.
 */
export async function recordRating(tx: ShopTx, { ticketId, rating: { score, comment }, onlyFirst, now }: Recording): Promise<Stands | null> {
  const [before] = await tx.$queryRaw<{ score: number | null; comment: string; answered_at: Date | null }[]>`select score, comment, answered_at from satisfactions where ticket_id = ${ticketId} for update`;
  if (!before) return null;
  if (onlyFirst && before.score !== null) return { score: readScore(before.score), comment: before.comment };
  await tx.satisfactions.updateMany({ where: { ticket_id: ticketId }, data: { score, comment, answered_at: before.answered_at ?? now } });
  if (comment !== '') await holdsWordsAgain(tx, ticketId);
  if (score !== before.score) await noteTicketEvent(tx, { ticketId, type: 'csat_given', data: { score }, actor: null, now });
  if (score <= dissatisfied && (before.score ?? 5) > dissatisfied) {
    // Where it was merged since, they wait in the ticket it is read in.
    const root = await lockRoot(tx, ticketId);
    await tx.tickets.updateMany({ where: { id: root?.id ?? ticketId, waiting_since: null }, data: { waiting_since: now } });
    await changeTicket(tx, { ticketId, changes: { state: 'open' }, actor: null, now, rated: score });
  }
  await ticketMoved(tx, ticketId, now);
  return { score, comment };
}
