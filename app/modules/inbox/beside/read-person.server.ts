import { personName } from '#app/kernel/person-name.ts';
import { isReplacement, ordersPlaced } from '#app/modules/compensation/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { handlesOf, type LinkedHandle } from '../people/handle-row.server.ts';
import { perhapsTheSame } from '../people/perhaps-the-same.server.ts';
import { promiseSetting } from '../promises/promise-setting.ts';
import type { ValuedBy } from '../tiers/valued-by.ts';
import { valuedPeople } from '../tiers/valued-people.server.ts';
import type { BesideCustomer, BesidePerson } from './beside-view.ts';
import { tierOf } from './tier-of.ts';

const mostNotes = 50;

/** Who a person is, by all that is linked to them. */
export async function readPerson(tx: ShopTx, personId: string, now: Date): Promise<BesidePerson> {
  const person = await readNamed(tx, personId);
  const handles = await handlesOf(tx, personId);
  const { valued } = (await readSetting(tx, promiseSetting)).value;
  const valuedBy = (await valuedPeople(tx, [personId], valued)).get(personId) ?? null;
  const customer = await readCustomer(tx, handles, { valuedBy, now });
  return {
    id: personId,
    name: person.name ?? customer?.name ?? null,
    locale: person.locale,
    since: person.since,
    handles: handles.map(({ id, kind, value, reason, confidence, evidence }) => ({ id, kind, value, reason, confidence, evidence })),
    perhaps: await perhapsTheSame(tx, personId, handles),
    notes: person.notes.map((note) => ({ ...note, at: new Date(note.at) })),
    customer,
  };
}

interface Named {
  name: string | null;
  locale: string | null;
  since: Date;
  notes: { id: string; words: string; by: string | null; at: string }[];
}

/** What they are called, and what colleagues noted of them, the newest first. */
async function readNamed(tx: ShopTx, personId: string): Promise<Named> {
  const [row] = await tx.$queryRaw<Named[]>`
    select p.name, p.locale, p.created_at as since,
           coalesce((select json_agg(json_build_object('id', n.id, 'words', n.words, 'by', s.name, 'at', n.written_at) order by n.written_at desc, n.id)
              from (select * from person_notes where person_id = p.id order by written_at desc, id limit ${mostNotes}) n left join staff_members s on s.id = n.written_by), '[]') as notes
      from people p where p.id = ${personId}::uuid`;
  if (!row) throw new Error('A person that is named is not there.');
  return row;
}

/** The customer they surely are; of several, the one that was linked first. */
async function readCustomer(tx: ShopTx, handles: readonly LinkedHandle[], { valuedBy, now }: { valuedBy: ValuedBy | null; now: Date }): Promise<BesideCustomer | null> {
  const id = handles.find(({ kind, confidence }) => kind === 'customer' && confidence === 'sure')?.value;
  const row = id === undefined ? null : await tx.customers.findFirst({ where: { id, redacted_at: null } });
  if (!row) return null;
  const { orders, lastAt } = await ordersOf(tx, row.id);
  return {
    id: row.id,
    name: personName(row.first_name, row.last_name),
    orders,
    spent: row.currency === null ? null : { minor: Number(row.amount_spent), currency: row.currency },
    tier: tierOf({ orders, lastAt, isValued: valuedBy !== null }, now),
    valuedBy,
    tags: row.tags,
  };
}

/** How many orders a customer placed, and when they last did. */
async function ordersOf(tx: ShopTx, customerId: string): Promise<{ orders: number; lastAt: Date | null }> {
  const [row] = await tx.$queryRaw<{ orders: number; lastAt: Date | null }[]>(sql`
    select ${ordersPlaced(sql`c`)} as orders,
           (select max(o.processed_at) from orders o where o.customer_id = c.id and o.deleted_at is null and not ${isReplacement(sql`o.id`)}) as "lastAt"
      from customers c where c.id = ${customerId}`);
  return row ?? { orders: 0, lastAt: null };
}
