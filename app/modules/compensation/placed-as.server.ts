import { gid } from '#app/kernel/ids.ts';
import { sql, type Sql } from '#app/platform/db/database.server.ts';

/** The number of the order that its customer placed: that of the order whose goods this one sent again, else its own. For a statement of one's own. */
export function placedAs(orderId: Sql): Sql {
  return sql`coalesce((select sent.order_id from compensations sent where sent.road = 'reship' and sent.shopify_id = ${gid('Order', '')}::text || ${orderId} limit 1), ${orderId})`;
}
