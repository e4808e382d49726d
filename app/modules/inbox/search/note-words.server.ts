import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Lets a ticket be found by these words too, from the end of this transaction on. */
export async function noteWords(tx: ShopTx, ticketId: number, words: readonly string[]): Promise<void> {
  if (words.length > 0) await tx.$executeRaw`insert into ticket_words (ticket_id, word) select ${ticketId}, unnest(${words}::text[]) on conflict do nothing`;
}
