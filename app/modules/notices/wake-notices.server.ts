import { after, day } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { decideKey, decideNoticesJob } from './jobs.ts';

/** Nothing older is told to anybody. */
const longestLife = 3 * day;

/** Of these orders, those in which something happened lately; what an import brought is none of them, unless it is sent back since. */
const lively = `
  select o.id from orders o
   where o.id = any ($1::text[]) and not o.test and o.cancelled_at is null and o.deleted_at is null
     and (not o.imported and (o.processed_at > $2::timestamptz
          or exists (select from parcels p where p.order_id = o.id and greatest(p.status_since, p.shipped_at, p.last_scan_at) > $2::timestamptz)
          or exists (select from troubles t where t.order_id = o.id and t.closed_at is null and t.opened_at > $2::timestamptz))
          or exists (select from returns r where r.order_id = o.id and not r.imported and r.order_updated_at > $2::timestamptz))`;

/** Has what may be told of these orders looked at soon, once for many changes; in the caller's transaction. */
export async function wakeNotices(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, orderIds: readonly string[], now: Date): Promise<void> {
  if (orderIds.length === 0) return;
  const oldest = new Date(Math.max(after(now, -longestLife).getTime(), shop.installedAt.getTime()));
  const rows = await runInBulk<{ id: string }>(tx, lively, [[...new Set(orderIds)], oldest], 'notices-lively');
  await enqueueAll(tx, decideNoticesJob, rows.map(({ id }) => ({ key: decideKey(id), payload: { orderId: id } })));
}
