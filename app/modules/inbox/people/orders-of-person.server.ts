import type { ShopTx } from '#app/platform/db/database.server.ts';

/** An order of a person; not `isTheirs`: it only bears a number or an address that is likely theirs. */
export interface PersonOrder {
  id: string;
  isTheirs: boolean;
}

/**
 * A person's orders, newest first: theirs are those of their customer and those whose mails go to an address of theirs. Of what is only likely
 * theirs nothing is told but the very orders that bear it.
 */
export async function ordersOfPerson(tx: ShopTx, personId: string, most: number): Promise<PersonOrder[]> {
  return tx.$queryRaw<PersonOrder[]>`
    with known as materialized (select kind, value, confidence = 'sure' as sure from handles where person_id = ${personId}::uuid and unlinked_at is null),
    reached as materialized (select distinct k.customer_id, h.kind, h.value, h.sure from known h join customer_contacts k on k.kind = h.kind and k.value = h.value)
    select found.id, bool_or(found.theirs) as "isTheirs" from (
      select o.id, o.processed_at, true as theirs from orders o where o.customer_id in (select value from known where kind = 'customer' and sure) and o.deleted_at is null and o.fingerprint <> ''
      union all
      select o.id, o.processed_at, r.sure and r.kind = 'email' from orders o join reached r on r.customer_id = o.customer_id
       where (case r.kind when 'email' then lower(o.email) else o.phone end) = r.value and o.deleted_at is null and o.fingerprint <> ''
      union all
      select o.id, o.processed_at, known.sure from orders o join known on known.kind = 'email' and known.value = o.email
       where o.customer_id is null and o.deleted_at is null and o.fingerprint <> ''
    ) found group by found.id, found.processed_at order by found.processed_at desc, found.id desc limit ${most}`;
}
