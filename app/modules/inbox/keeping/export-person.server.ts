import { ExpectedError } from '#app/kernel/errors.ts';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noteWordsShown } from '../ticket-page/note-reading.server.ts';
import { contactOf } from './contact-of.ts';
import { mayHandle } from './may-handle.server.ts';
import { peopleKnownAs } from './people-known-as.server.ts';

/** How much the inbox knows of somebody. */
export interface KnownPerson {
  contact: string;
  conversations: number;
  messages: number;
}

/** How much the inbox knows of whoever is reached so; null where it is nobody. */
export async function findPerson(ctx: ShopContext, typed: string): Promise<KnownPerson | null> {
  const contact = contactOf(typed);
  if (contact === '') return null;
  return ctx.tx(async (tx) => {
    const people = await peopleKnownAs(tx, { customerId: null, contacts: [contact] });
    if (people.length === 0) return null;
    const [row] = await tx.$queryRaw<{ conversations: number; messages: number }[]>`
      select count(distinct t.id)::int as conversations, count(m.id)::int as messages from tickets t left join messages m on m.ticket_id = t.id where t.person_id = any(${people}::uuid[])`;
    return { contact, conversations: row?.conversations ?? 0, messages: row?.messages ?? 0 };
  });
}

/** All that the inbox holds of whoever is reached so, to be handed over to them; what staff said among themselves, what never left, and what somebody else wrote is not theirs. For who may erase them, noted as read; null where it is nobody. */
export async function exportPerson(ctx: ShopContext, typed: string, by: string | null): Promise<Record<string, unknown> | null> {
  const contact = contactOf(typed);
  return ctx.tx(async (tx) => {
    if (by === null || !(await mayHandle(tx, by))) throw new ExpectedError('may_not', 403, 'Only who may do everything takes along all that is held of somebody.');
    const people = contact === '' ? [] : await peopleKnownAs(tx, { customerId: null, contacts: [contact] });
    if (people.length === 0) return null;
    const rows = await tx.$queryRaw<{ id: number }[]>(sql`select distinct ticket_id as id from ${saidBy(people)}`);
    await noteWordsShown(tx, { ticketIds: rows.map(({ id }) => id), staffId: by, now: ctx.clock.now() });
    return gather(tx, people);
  });
}

const ticketsOf = (people: readonly string[]) => sql`(select id from tickets where person_id = any(${[...people]}::uuid[]))`;
const saidBy = (people: readonly string[]) => sql`messages where side_id is null and send_at is null and withdrawn_at is null
  and (direction = 'out' and ticket_id in ${ticketsOf(people)} or direction = 'in' and (author_id = any(${[...people]}) or author_id is null and ticket_id in ${ticketsOf(people)}))`;

async function gather(tx: ShopTx, people: readonly string[]): Promise<Record<string, unknown>> {
  const theirs = ticketsOf(people);
  const said = saidBy(people);
  const sources = {
    people: sql`people where id = any(${[...people]}::uuid[])`,
    knownAs: sql`handles where person_id = any(${[...people]}::uuid[])`,
    notes: sql`person_notes where person_id = any(${[...people]}::uuid[])`,
    tickets: sql`tickets where id in ${theirs}`,
    orders: sql`ticket_orders where ticket_id in ${theirs}`,
    messages: said,
    files: sql`message_files where message_id in (select id from ${said})`,
    complaints: sql`complaints where ticket_id in ${theirs}`,
    satisfaction: sql`satisfactions where ticket_id in ${theirs}`,
  };
  // What a list shows of a ticket may be somebody else's word.
  const parts = Object.entries(sources).map(([name, source]) => sql`${name}::text, (select coalesce(jsonb_agg(to_jsonb(held) - 'shop_id' - 'preview'), '[]') from (select * from ${source}) as held)`);
  const [found] = await tx.$queryRaw<[{ document: Record<string, unknown> }]>`select jsonb_build_object(${join(parts)}) as document`;
  return found.document;
}
