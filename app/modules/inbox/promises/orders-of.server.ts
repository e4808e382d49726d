import type { ShopTx } from '#app/platform/db/database.server.ts';

/** How often a person ordered, by all that is surely theirs. */
export async function ordersOf(tx: ShopTx, personId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ orders: number }[]>`
    select coalesce(sum(orders_count), 0)::int as orders from customers
     where id in (select value from handles where person_id = ${personId}::uuid and kind = 'customer' and unlinked_at is null and confidence = 'sure'
            union select contact.customer_id from handles join customer_contacts contact on contact.kind = handles.kind and contact.value = handles.value
                   where handles.person_id = ${personId}::uuid and unlinked_at is null and confidence = 'sure')`;
  return row?.orders ?? 0;
}
