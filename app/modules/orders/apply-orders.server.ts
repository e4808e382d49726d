import { append } from '#app/modules/journal/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { markOrdersChanged } from './changed-orders.server.ts';
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

/**
 * The one road into the mirror: takes a batch of news, whichever way it came, in the caller's transaction. An import says `quiet`: those who
 * follow orders hear of all of them when it is complete.
 */
export async function applyOrders(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, snapshots: readonly Snapshot[], now: Date, { quiet } = { quiet: false }): Promise<Applied> {
  if (snapshots.length === 0) return { ordersChanged: 0, ordersToRead: 0 };
  // Two batches of one shop must not read the same rows and each write its own half.
  await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtext('orders.mirror'), app.shop_id())::text`);
  const mirror = createMirror(await loadMirror(tx, snapshots), { now, installedAt: shop.installedAt });
  mergeSnapshots(mirror, snapshots);
  await writeMirror(tx, mirror);
  await append(tx, mirror.entries);
  const changed = changedOrders(mirror);
  await tellScreens(tx, changed);
  if (!quiet) await markOrdersChanged(tx, changed);
  return { ordersChanged: changed.length, ordersToRead: await askToRead(tx, mirror, now) };
}

async function askToRead(tx: ShopTx, mirror: Mirror, now: Date): Promise<number> {
  const wanted = new Set([...mirror.unknownOrders, ...mirror.doubtedOrders, ...(await ordersToPicture(tx, mirror, now))]);
  for (const orderId of wanted) {
    await enqueue(tx, fetchOrderJob, { orderId }, { key: `orders.fetch:${orderId}`, keyMode: 'preserve_run_at', runAt: new Date(now.getTime() + fetchDelay) });
  }
  return wanted.size;
}

function changedOrders(mirror: Mirror): string[] {
  const changed = new Set([
    ...mirror.orders.changed().map(({ id }) => id),
    ...mirror.fulfillments.changed().map(({ order_id }) => order_id),
    ...mirror.shipments.changed().map(({ order_id }) => order_id),
    ...mirror.checkpoints.changed().map(({ order_id }) => order_id),
    ...mirror.refunds.changed().map(({ order_id }) => order_id),
  ]);
  return [...changed];
}

/** One notice a batch: an open order's page by its id where only one changed, the lists otherwise. */
async function tellScreens(tx: ShopTx, changed: readonly string[]): Promise<void> {
  const [only] = changed;
  if (only !== undefined) await announce(tx, 'orders', changed.length === 1 ? only : undefined);
}
