import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { wordsOf } from './words-of.ts';

/** The words by which a person's conversations are found because their customer at Shopify is called so: many mails bear no name. */
export async function nameWords(tx: ShopTx, personId: string): Promise<string[]> {
  const names = await tx.$queryRaw<{ name: string }[]>`
    select concat_ws(' ', c.first_name, c.last_name) as name from handles h join customers c on c.id = h.value
     where h.person_id = ${personId}::uuid and h.kind = 'customer' and h.confidence = 'sure' and h.unlinked_at is null and c.redacted_at is null`;
  return wordsOf(names.map(({ name }) => name));
}

/** Lets all that a person wrote be found by these from the end of this transaction on. */
export async function noteNames(tx: ShopTx, personId: string): Promise<void> {
  const words = await nameWords(tx, personId);
  if (words.length === 0) return;
  await tx.$executeRaw(sql`
    insert into ticket_words (ticket_id, word) select t.id, word from tickets t cross join unnest(${words}::text[]) word
     where t.person_id = ${personId}::uuid and t.purged_at is null on conflict do nothing`);
}
