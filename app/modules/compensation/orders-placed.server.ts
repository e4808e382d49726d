import { sql, type Sql } from '#app/platform/db/database.server.ts';
import { isReplacement } from './is-replacement.server.ts';

/** How many orders a customer placed, by the name that their row has in a statement of one's own: what sent the goods of another one again is none. */
export function ordersPlaced(customer: Sql): Sql {
  // Shopify's count reaches us later than the order itself, and counts what was sent again for nothing.
  return sql`(select (greatest(${customer}.orders_count, count(*)) - count(*) filter (where held.again))::int
                from (select ${isReplacement(sql`o.id`)} as again from orders o where o.customer_id = ${customer}.id and o.deleted_at is null) held)`;
}
