import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { withdrawLater } from '../replies/withdraw-later.server.ts';
import { moveDrafts } from '../replies/drafts/move-drafts.server.ts';
import { wakeAssigningFor } from '../teams/wake-assigning.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { oneMergeAtATime, restand } from './restand.server.ts';

export interface Merge {
  /** The ticket in which all are read from now on. */
  into: number;
  from: readonly number[];
  actor: string | null;
  now: Date;
}

/**
 * Lets tickets be read in another: one conversation, one place in the list. Every message stays where it was said, so that each can be taken out again.
 * What is read there already stays so; answers the tickets that were merged now.
 */
export async function mergeTickets(tx: ShopTx, { into, from, actor, now }: Merge): Promise<number[]> {
  await oneMergeAtATime(tx);
  const root = await rootOf(tx, into);
  if (root === null) throw notFound('ticket');
  const roots = new Set<number>();
  for (const id of from) {
    const found = await rootOf(tx, id);
    if (found === null) throw notFound('ticket');
    if (found !== root) roots.add(found);
  }
  const merged = [...roots];
  if (merged.length === 0) return [];
  if (merged.length > mostAtOnce) throw new ExpectedError('too_many', 422, `More than ${mostAtOnce} tickets are not merged at once.`);
  await restand(tx, [root, ...merged], async () => {
    await refuseToHide(tx, { root, merged });
    await tx.tickets.updateMany({ where: { id: { in: merged } }, data: { merged_into: root } });
    for (const id of merged) {
      await noteTicketEvent(tx, { ticketId: id, type: 'merged_into', data: { into: root }, actor, now });
      await noteTicketEvent(tx, { ticketId: root, type: 'merged', data: { from: id }, actor, now });
    }
  });
  // Whoever follows what is read elsewhere from now on follows it there.
  await tx.$executeRaw`
    insert into ticket_followers (ticket_id, staff_id, since, seen_at) select ${root}, staff_id, min(since), max(seen_at) from ticket_followers where ticket_id = any(${merged}::int[]) group by staff_id
    on conflict do nothing`;
  await moveDrafts(tx, { from: merged, into: root });
  // It may know less than what is read with it from now on.
  await withdrawLater(tx, root, now);
  await ticketMoved(tx, root, now);
  // Whoever had them has room for others.
  for (const id of merged) await wakeAssigningFor(tx, id);
  return merged;
}

const mostAtOnce = 50;

/** What was kept apart as spam stays so until somebody says that it is none: a conversation that is none would vanish from every view with it. */
async function refuseToHide(tx: ShopTx, { root, merged }: { root: number; merged: readonly number[] }): Promise<void> {
  const tickets = await tx.tickets.findMany({ where: { id: { in: [root, ...merged] } }, select: { id: true, spam: true } });
  const hides = tickets.some(({ id, spam }) => id === root && spam) && tickets.some(({ spam }) => !spam);
  if (hides) throw new ExpectedError('into_spam', 409, 'The ticket in which it would be read is spam.');
}
