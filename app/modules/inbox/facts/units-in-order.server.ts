import { sql } from '#app/platform/db/database.server.ts';

/** How many units of a line `l` of the order `o` are in it: what an edit took out is not, what was paid back is, and a cancelled order is told as it was. */
export const unitsInOrder = sql`(case when o.cancelled_at is not null then l.quantity else least(l.quantity, l.current_quantity + coalesce(
  (select sum(f.quantity) from refunds r join refund_lines f on f.refund_id = r.id where r.order_id = l.order_id and f.order_line_id = l.id), 0)) end)::int`;
