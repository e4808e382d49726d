import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Contentment } from './review.ts';

interface Row {
  id: string;
  open: boolean;
  refunded: boolean;
  calm_since: Date | null;
}

const question = `
  select o.id, o.return_status in ('return_requested', 'in_progress')
           or exists (select from problem_reports r where r.order_id = o.id and r.state = 'open')
           or exists (select from troubles t where t.order_id = o.id and t.closed_at is null and t.mark is distinct from 'dismissed') as open,
         o.total > 0 and o.refunded >= o.total as refunded,
         greatest((select max(f.created_at) from refunds f where f.order_id = o.id), (select max(r.closed_at) from problem_reports r where r.order_id = o.id)) as calm_since
    from orders o where o.id = any ($1::text[])`;

/** What stands between each of these orders and a request for its review, by order. */
export async function readContentments(tx: ShopTx, orderIds: readonly string[]): Promise<Map<string, Contentment>> {
  if (orderIds.length === 0) return new Map();
  const rows = await runInBulk<Row & Record<string, unknown>>(tx, question, [orderIds], 'notices-contentment');
  return new Map(rows.map(({ id, open, refunded, calm_since }) => [id, { open: open ?? false, refunded, calmSince: calm_since }]));
}
