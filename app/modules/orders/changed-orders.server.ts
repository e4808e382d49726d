import { runInBulk, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { ordersChangedJob } from './jobs.ts';

/** Notes that something about these orders changed; whoever follows orders hears of it soon, once for many changes. */
export async function markOrdersChanged(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await runInBulk(
    tx,
    `insert into changed_orders (order_id) select unnest($1::text[]) order by 1 on conflict (shop_id, order_id) do update set changed_at = now()`,
    [[...new Set(orderIds)]],
    'orders-changed',
  );
  await tellFollowers(tx);
}

/** The same for every order that has a parcel: what an import brought is looked at when it is complete. */
export async function markAllOrdersChanged(tx: ShopTx): Promise<void> {
  await tx.$executeRaw(sql`insert into changed_orders (order_id) select distinct order_id from shipments order by 1 on conflict do nothing`);
  await tellFollowers(tx);
}

/** Takes up to so many changed orders; they are taken if the caller's transaction commits. */
export async function takeChangedOrders(tx: ShopTx, atMost: number): Promise<string[]> {
  const rows = await runInBulk<{ order_id: string }>(
    tx,
    `delete from changed_orders where (shop_id, order_id) in (
       select shop_id, order_id from changed_orders order by changed_at, order_id limit $1 for update skip locked)
     returning order_id`,
    [atMost],
  );
  return rows.map((row) => row.order_id);
}

function tellFollowers(tx: ShopTx): Promise<void> {
  return enqueue(tx, ordersChangedJob, {}, { key: ordersChangedJob.name, keyMode: 'preserve_run_at' });
}
