import { z } from 'zod';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';

/** Dissolves a team: what is not done of its tickets belongs to none from then on, each written down; what is done keeps it for the figures. */
export async function removeTeam(ctx: ShopContext, { teamId, actor }: { teamId: string; actor: string | null }): Promise<void> {
  if (!z.uuid().safeParse(teamId).success) throw notFound('team');
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    const { count } = await tx.teams.deleteMany({ where: { id: teamId } });
    if (count === 0) throw notFound('team');
    await tx.mailboxes.updateMany({ where: { team_id: teamId }, data: { team_id: null } });
    const undone = { team_id: teamId, state: { notIn: ['solved', 'closed'] } };
    // What is read in another ticket is changed by itself: asked to be changed, that other one would be.
    await tx.tickets.updateMany({ where: { ...undone, merged_into: { not: null } }, data: { team_id: null } });
    const theirs = await tx.tickets.findMany({ where: undone, orderBy: { id: 'asc' }, select: { id: true } });
    for (const { id } of theirs) await changeTicket(tx, { ticketId: id, changes: { teamId: null }, actor, now });
  });
}
