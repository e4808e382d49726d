import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { rereadWords } from '../search/reread-words.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { mergeTickets } from './merge-tickets.server.ts';
import { oneMergeAtATime, restand } from './restand.server.ts';
import { restorePromises } from './split-promises.server.ts';

/** Puts the messages of a ticket that was split back where each came from; whatever else was said in it is read there too. */
export async function undoSplit(tx: ShopTx, { ticketId, actor, now }: { ticketId: number; actor: string | null; now: Date }): Promise<void> {
  await oneMergeAtATime(tx);
  const parts = await tx.split_messages.findMany({ where: { ticket_id: ticketId }, orderBy: { message_id: 'asc' } });
  const [first] = parts;
  if (!first) throw notFound('split');
  const sources = [...new Set(parts.map(({ from_ticket_id: from }) => from))];
  await restand(tx, [...sources, ticketId], async () => {
    for (const from of sources) {
      const ids = parts.filter((one) => one.from_ticket_id === from).map(({ message_id: id }) => id);
      // What was split again from here meanwhile stays where it is now.
      await tx.messages.updateMany({ where: { id: { in: ids }, ticket_id: ticketId }, data: { ticket_id: from } });
    }
    await tx.split_messages.deleteMany({ where: { ticket_id: ticketId } });
  });
  await restorePromises(tx, ticketId);
  await rereadWords(tx, [...sources, ticketId]);
  const isByItself = (await rootOf(tx, ticketId)) === ticketId;
  if (isByItself) await mergeTickets(tx, { into: first.from_ticket_id, from: [ticketId], actor, now });
  const moved = new Set<number>();
  for (const id of [...sources, ticketId]) moved.add((await rootOf(tx, id)) ?? id);
  if (isByItself) moved.delete((await rootOf(tx, ticketId)) ?? ticketId);
  for (const root of moved) await ticketMoved(tx, root, now);
}
