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
  const person = await tx.people.findFirstOrThrow({ where: { id: personId } });
  const handles = await handlesOf(tx, personId);
  const notes = await tx.person_notes.findMany({ where: { person_id: personId }, orderBy: [{ written_at: 'desc' }, { id: 'asc' }], take: mostNotes });
  const by = notes.flatMap(({ written_by }) => written_by ?? []);
  const writers = by.length === 0 ? [] : await tx.staff_members.findMany({ where: { id: { in: by } }, select: { id: true, name: true } });
  const { valued } = (await readSetting(tx, promiseSetting)).value;
  const valuedBy = (await valuedPeople(tx, [personId], valued)).get(personId) ?? null;
  const customer = await readCustomer(tx, handles, { valuedBy, now });
  return {
    id: personId,
    name: person.name ?? customer?.name ?? null,
    locale: person.locale,
    since: person.created_at,
    handles: handles.map(({ id, kind, value, reason, confidence, evidence }) => ({ id, kind, value, reason, confidence, evidence })),
    perhaps: await perhapsTheSame(tx, personId, handles),
    notes: notes.map(({ id, words, written_by, written_at }) => ({ id, words, by: writers.find((writer) => writer.id === written_by)?.name ?? null, at: written_at })),
    customer,
  };
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
