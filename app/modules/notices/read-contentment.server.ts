import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Contentment } from './review.ts';

interface Row {
  open: boolean;
  refunded: boolean;
  calm_since: Date | null;
}

const question = `
  select o.return_status in ('return_requested', 'in_progress')
           or exists (select from problem_reports r where r.order_id = o.id and r.state = 'open')
           or exists (select from troubles t where t.order_id = o.id and t.closed_at is null and t.mark is distinct from 'dismissed') as open,
         o.total > 0 and o.refunded >= o.total as refunded,
         greatest((select max(f.created_at) from refunds f where f.order_id = o.id), (select max(r.closed_at) from problem_reports r where r.order_id = o.id)) as calm_since
    from orders o where o.id = $1`;

/** What stands between an order and a request for its review. */
export async function readContentment(tx: ShopTx, orderId: string): Promise<Contentment> {
  const [row] = await runInBulk<Row & Record<string, unknown>>(tx, question, [orderId], 'notices-contentment');
  return { open: row?.open ?? false, refunded: row?.refunded ?? false, calmSince: row?.calm_since ?? null };
}
