import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Person } from './person.ts';

/**
 * The person with everything the shop's tables know them by: addresses of the customer and of their orders, and the orders
 * themselves, also those placed as a guest with one of the addresses.
 */
export async function wholePerson(tx: ShopTx, named: Person): Promise<Person> {
  const [found] = await tx.$queryRaw<[{ contacts: string[]; orders: string[] }]>`
    with known as (
      select lower(value) as contact from customer_contacts where customer_id = ${named.customerId}
      union select lower(unnest(array[email, phone])) from orders where customer_id = ${named.customerId} or id = any(${named.orderIds})
      union select unnest(${named.contacts}::text[])
    ), contacts as (select contact from known where contact <> '')
    select array(select contact from contacts order by 1) as contacts,
           array(select id from orders where customer_id = ${named.customerId} or id = any(${named.orderIds})
                    or (customer_id is null and (lower(email) in (select contact from contacts) or lower(phone) in (select contact from contacts)))
                 order by 1) as orders`;
  return { customerId: named.customerId, contacts: found.contacts, orderIds: [...new Set([...named.orderIds, ...found.orders])] };
}
