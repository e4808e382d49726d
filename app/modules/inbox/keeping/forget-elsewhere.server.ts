import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { ownAddresses } from '../intake/own-addresses.server.ts';
import { rereadWords } from '../search/reread-words.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { previewOfText } from '../tickets/preview.server.ts';
import { readHere } from '../tickets/read-here.server.ts';
import { forgetMessages } from './forget-words.server.ts';

/** People and all their mail addresses. */
export interface Forgotten {
  people: readonly string[];
  addresses: readonly string[];
}

/** By which mail addresses these people are known, or once wrote where nobody else does now; those by which they are to be forgotten among them, those of the shop never. */
export async function addressesOf(tx: ShopTx, people: readonly string[], contacts: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ value: string }[]>`
    select value from handles h where person_id = any(${[...people]}::uuid[]) and kind = 'email' and confidence = 'sure'
       and (unlinked_at is null or reason = 'wrote' and not exists (select from handles o where o.kind = 'email' and o.value = h.value and o.unlinked_at is null and o.person_id <> all(${[...people]}::uuid[])))`;
  const own = await ownAddresses(tx);
  return [...new Set([...contacts, ...rows.map(({ value }) => value)])].filter((address) => !own.has(address));
}

/**
 * Takes out of everybody's tickets what these people wrote, and what was written to them; as a copy, or as the other end of a conversation beside a ticket,
 * they leave no trace. Answers the tickets it was said in.
 */
export async function forgetElsewhere(tx: ShopTx, { people, addresses }: Forgotten, now: Date): Promise<number[]> {
  const [whose, theirs] = [[...addresses], [...people]];
  if (whose.length === 0 && theirs.length === 0) return [];
  // One walk through all that was ever said: no index knows every place an address can stand in.
  const said = await tx.$queryRaw<{ id: bigint; ticket_id: number; own: boolean }[]>`
    select id, ticket_id, coalesce(direction = 'in' and (from_address = any(${whose}) or author_id = any(${theirs})) or direction = 'out' and to_addresses[1] = any(${whose}), false) as own from messages
     where from_address = any(${whose}) or author_id = any(${theirs}) or to_addresses && ${whose} or cc_addresses && ${whose}`;
  await forgetMessages(tx, said.flatMap(({ id, own }) => (own ? id : [])), now);
  await tx.$executeRaw`
    update messages set to_addresses = array(select one from unnest(to_addresses) one where lower(one) <> all(${whose})), cc_addresses = array(select one from unnest(cc_addresses) one where lower(one) <> all(${whose}))
     where id = any(${said.flatMap(({ id, own }) => (own ? [] : id))}::bigint[])`;
  await tx.side_conversations.deleteMany({ where: { address: { in: whose } } });
  return [...new Set(said.map(({ ticket_id: id }) => id))];
}

/** Has these tickets be found, and shown in lists, by what still stands in them. */
export async function tellAnew(tx: ShopTx, ticketIds: readonly number[]): Promise<void> {
  await rereadWords(tx, ticketIds);
  const shown = new Set<number>(ticketIds);
  for (const id of ticketIds) shown.add((await rootOf(tx, id)) ?? id);
  for (const id of shown) {
    await tx.$executeRaw(sql`
      ${readHere(id)},
      last as (select text from messages where ticket_id in (select id from read_here) and direction <> 'note' and kind <> 'acknowledgement' and send_at is null and withdrawn_at is null order by side_id is not null, id desc limit 1)
      update tickets set preview = coalesce((select ${previewOfText} from last), '') where id = ${id}`);
  }
}
