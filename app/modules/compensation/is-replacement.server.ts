import { gid } from '#app/kernel/ids.ts';
import { sql, type Sql } from '#app/platform/db/database.server.ts';

/** Whether an order, by its number, is one that sent the goods of another one again for nothing: its customer did not place it. For a statement of one's own. */
export function isReplacement(orderId: Sql): Sql {
  return sql`exists (select from compensations sent where sent.road = 'reship' and sent.shopify_id = ${gid('Order', '')}::text || ${orderId})`;
}
