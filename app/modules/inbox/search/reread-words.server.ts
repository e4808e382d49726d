import type { ShopTx } from '#app/platform/db/database.server.ts';
import { nameWords } from './note-names.server.ts';
import { noteWords } from './note-words.server.ts';
import { wordsOf, wordsSaid } from './words-of.ts';

/** Makes the words of these tickets anew from what stands in them now: for whoever moved messages between them, or took one back. */
export async function rereadWords(tx: ShopTx, ticketIds: readonly number[]): Promise<void> {
  const ids = [...new Set(ticketIds)];
  await tx.ticket_words.deleteMany({ where: { ticket_id: { in: ids } } });
  const tickets = await tx.tickets.findMany({ where: { id: { in: ids } }, select: { id: true, subject: true, person_id: true, purged_at: true } });
  for (const { id, subject, person_id: personId, purged_at: purgedAt } of tickets) {
    const messages = await tx.messages.findMany({ where: { ticket_id: id, withdrawn_at: null }, select: { subject: true, text: true, author_name: true, from_address: true, to_addresses: true, cc_addresses: true } });
    const said = messages.flatMap((row) => wordsSaid({ subject: row.subject, text: row.text, authorName: row.author_name, from: row.from_address, to: row.to_addresses, cc: row.cc_addresses }));
    const names = purgedAt === null ? await nameWords(tx, personId) : [];
    await noteWords(tx, id, [...new Set([...wordsOf([subject]), ...said, ...names])]);
  }
}
