import { append } from '#app/modules/journal/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { fetchOrderJob } from './jobs.ts';
import { ordersToPicture } from './orders-to-picture.server.ts';
import { loadMirror } from './load-mirror.server.ts';
import { mergeSnapshots } from './merge.ts';
import { createMirror, type Mirror } from './mirror.ts';
import type { Snapshot } from './snapshots.ts';
import { writeMirror } from './write-mirror.server.ts';

/** So long a second telling has to arrive by itself before we go and read; longer than a second of Shopify's clock and our margin. */
const fetchDelay = 6_000;

/** What a batch came to. */
export interface Applied {
  ordersChanged: number;
  /** Orders that must be read from Shopify: jobs for them are written. */
  ordersToRead: number;
}

/** The one road into the mirror: takes a batch of news, whichever way it came, in the caller's transaction. */
export async function applyOrders(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, snapshots: readonly Snapshot[], now: Date): Promise<Applied> {
  if (snapshots.length === 0) return { ordersChanged: 0, ordersToRead: 0 };
  // Two batches of one shop must not read the same rows and each write its own half.
  await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtext('orders.mirror'), app.shop_id())::text`);
  const mirror = createMirror(await loadMirror(tx, snapshots), { now, installedAt: shop.installedAt });
  mergeSnapshots(mirror, snapshots);
  await writeMirror(tx, mirror);
  await append(tx, mirror.entries);
  return { ordersChanged: await tellScreens(tx, mirror), ordersToRead: await askToRead(tx, mirror, now) };
}

async function askToRead(tx: ShopTx, mirror: Mirror, now: Date): Promise<number> {
  const wanted = new Set([...mirror.unknownOrders, ...mirror.doubtedOrders, ...(await ordersToPicture(tx, mirror, now))]);
  for (const orderId of wanted) {
    await enqueue(tx, fetchOrderJob, { orderId }, { key: `orders.fetch:${orderId}`, keyMode: 'preserve_run_at', runAt: new Date(now.getTime() + fetchDelay) });
  }
  return wanted.size;
}

/** One notice a batch: an open order's page by its id where only one changed, the lists otherwise. */
async function tellScreens(tx: ShopTx, mirror: Mirror): Promise<number> {
  const changed = new Set([
    ...mirror.orders.changed().map(({ id }) => id),
    ...mirror.fulfillments.changed().map(({ order_id }) => order_id),
    ...mirror.checkpoints.changed().map(({ order_id }) => order_id),
    ...mirror.refunds.changed().map(({ order_id }) => order_id),
  ]);
  const [only] = changed;
  if (only !== undefined) await announce(tx, 'orders', changed.size === 1 ? only : undefined);
  return changed.size;
}
