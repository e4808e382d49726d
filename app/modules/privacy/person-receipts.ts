import { sql } from '#app/platform/db/database.server.ts';
import type { Person } from './person.ts';

/** The condition under which a stored webhook speaks of the person: one of their ids as a word of its own, or an address. */
export function receiptsOf(person: Person) {
  const ids = [person.customerId, ...person.orderIds].join('|');
  return sql`(body ~ ${`\\m(${ids})\\M`} or exists (select from unnest(${person.contacts}::text[]) as contact where strpos(lower(body), contact) > 0))`;
}
