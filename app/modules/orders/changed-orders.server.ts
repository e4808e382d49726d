import { runInBulk, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { ordersChangedJob } from './jobs.ts';

/** Notes that something about these orders changed; whoever follows orders hears of it soon, once for many changes. */
export async function markOrdersChanged(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await runInBulk(tx, 'insert into changed_orders (order_id) select unnest($1::text[])', [[...new Set(orderIds)]], 'orders-changed');
  await tellFollowers(tx);
}

/** The same for every order that has a parcel: what an import brought is looked at when it is complete. */
export async function markAllOrdersChanged(tx: ShopTx): Promise<void> {
  await tx.$executeRaw(sql`insert into changed_orders (order_id) select distinct order_id from shipments`);
  await tellFollowers(tx);
}

/**
 * Takes up to so many changed orders, however often each changed; they are taken if the caller's transaction commits. What changes meanwhile
 * is there for the next taking, and nobody who notes it waits.
 */
export async function takeChangedOrders(tx: ShopTx, atMost: number): Promise<string[]> {
  const rows = await runInBulk<{ order_id: string }>(
    tx,
    `with oldest as (select order_id from changed_orders group by order_id order by min(id) limit $1),
          taken as (delete from changed_orders c using oldest o where c.order_id = o.order_id returning c.order_id)
     select distinct order_id from taken`,
    [atMost],
  );
  return rows.map((row) => row.order_id);
}

function tellFollowers(tx: ShopTx): Promise<void> {
  return enqueue(tx, ordersChangedJob, {}, { key: ordersChangedJob.name, keyMode: 'preserve_run_at' });
}
