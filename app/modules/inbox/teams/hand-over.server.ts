import { z } from 'zod';
import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { wrongFields } from '#app/ui/read-form.ts';
import { lockedTicket } from '../replies/reply.server.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';

const schema = z.object({
  /** Made with the form: two clicks are one hand-over. */
  key: z.uuid('required'),
  teamId: z.uuid('required'),
  /** Somebody of it; empty: whom the team finds, or whoever takes it. */
  assigneeId: z.string().regex(/^\d{0,20}$/, 'invalid'),
  /** What they have to know. */
  note: z.string().trim().min(1, 'required').max(5_000, 'tooLong'),
  escalates: z.boolean(),
});

export type HandedOver = { handedOver: number } | { errors: Record<string, string> };

/** Hands a ticket to another team, with a note of what it has to know; escalated, it is of high priority at least. The note and the change are one, and happen once per request. */
export async function handOver(ctx: ShopContext, { ticketId, actor, value }: { ticketId: number; actor: string | null; value: unknown }): Promise<HandedOver> {
  const read = schema.safeParse(value);
  if (!read.success) return { errors: wrongFields(read.error) };
  const { key, teamId, assigneeId, note, escalates } = read.data;
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const ticket = await lockedTicket(tx, ticketId);
    const dedupeKey = `hand-over:${key}`;
    if (await tx.messages.findFirst({ where: { dedupe_key: dedupeKey }, select: { id: true } })) return { handedOver: ticketId };
    const team = await tx.teams.findFirst({ where: { id: teamId }, select: { id: true } });
    if (!team) throw notFound('team');
    if (assigneeId !== '' && !(await tx.team_members.findFirst({ where: { team_id: teamId, staff_id: assigneeId } }))) throw new ExpectedError('not_of_the_team', 422, 'This person is not in that team.');
    const author = actor === null ? null : await tx.staff_members.findFirst({ where: { id: actor }, select: { name: true } });
    await addMessage(tx, ticketId, { direction: 'note', channel: ticket.channel, author: 'staff', authorId: actor, authorName: author?.name ?? '', text: note, placedBy: 'staff', dedupeKey, mentions: assigneeId === '' ? [] : [assigneeId] }, now);
    const isLow = ticket.priority === 'low' || ticket.priority === 'normal';
    await changeTicket(tx, {
      ticketId,
      changes: { teamId, assigneeId: assigneeId || null, state: ticket.state === 'new' || ticket.state === 'open' ? ticket.state : 'open', ...(escalates && isLow ? { priority: 'high', priorityReason: 'staff' } : {}) },
      actor,
      now,
    });
    return { handedOver: ticketId };
  });
}
