import type { BulkOrdersQuery, BulkParcelsQuery } from '#app/platform/shopify/operations.generated.ts';
import { numericId } from '#app/kernel/ids.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from './apply-orders.server.ts';
import { groupBulkRows, type BulkLine, type BulkRoot } from './group-bulk-rows.ts';
import type { ImportRow } from './import-progress.server.ts';
import { readAdminFulfillment } from './read-admin-fulfillment.ts';
import { readBulkOrder } from './read-admin-order.ts';
import type { Snapshot } from './snapshots.ts';

/** Where the lines of a bulk result come from, from a byte on. */
export type BulkSource = (url: string, options: { fromByte: number }) => AsyncIterable<BulkLine>;

/** Roots applied in one transaction: enough to write in sets, few enough to stay small in memory and let webhooks in between. */
const chunkSize = 300;

/** Chunks before which the planner is given new figures: a part fills tables that were empty when it began. */
const figuresAfter = new Set([2, 10, 50]);

/**
 * Applies the rest of a bulk result. Each chunk and the byte it ends at are written in one transaction, so that a crash loses and
 * repeats nothing; where another process got ahead meanwhile, this one stops.
 */
export async function applyBulkResult(ctx: ShopContext, row: ImportRow, lines: AsyncIterable<BulkLine>): Promise<void> {
  let chunk: BulkRoot[] = [];
  let from = row.byte_offset;
  // One chunk is written, and the planner looks at the tables, while the next is read: the database and we work at the same time.
  let writing: Promise<unknown> = Promise.resolve();
  let figures: Promise<unknown> = Promise.resolve();
  let chunks = 0;
  const flush = async (): Promise<void> => {
    const last = chunk.at(-1);
    if (!last) return;
    const read = { roots: chunk.length, snapshots: snapshotsOf(row, chunk), bytes: { from, to: BigInt(last.endByte) } };
    chunk = [];
    from = read.bytes.to;
    await writing;
    chunks += 1;
    if (figuresAfter.has(chunks)) {
      await figures;
      figures = heardLater(ctx.tx((tx) => tx.$queryRaw`select app.analyze_mirror(${row.part})::text`));
    }
    writing = heardLater(applyChunk(ctx, row, read));
  };
  try {
    for await (const root of groupBulkRows(lines)) {
      chunk.push(root);
      if (chunk.length >= chunkSize) await flush();
    }
    await flush();
  } finally {
    await Promise.all([writing, figures]);
  }
}

/** A promise somebody awaits in a while: that it failed is told then, not before. */
function heardLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function snapshotsOf(row: ImportRow, chunk: readonly BulkRoot[]): Snapshot[] {
  return chunk.flatMap((root) => (row.part === 'orders' ? readOrder(root, row.started_at) : readParcels(root, row.started_at)));
}

/** A chunk as it was read, and where it lies in the result. */
interface ReadChunk {
  roots: number;
  snapshots: readonly Snapshot[];
  bytes: { from: bigint; to: bigint };
}

async function applyChunk(ctx: ShopContext, row: ImportRow, { roots, snapshots, bytes }: ReadChunk): Promise<void> {
  await ctx.tx(async (tx) => {
    // Rows and the byte they end at are lost together or not at all, so nobody needs to wait for the disk.
    await tx.$executeRaw`set local synchronous_commit = off`;
    // What a chunk is about lies in memory: the planner is not to read a whole table rather than a few hundred rows by their keys.
    await tx.$executeRaw`set local random_page_cost = 1.1`;
    const now = ctx.clock.now();
    const applied = row.part === 'orders' ? { orders_applied: { increment: roots } } : {};
    const { count } = await tx.imports.updateMany({
      where: { id: row.id, part: row.part, state: 'downloading', byte_offset: bytes.from },
      data: { byte_offset: bytes.to, updated_at: now, ...applied },
    });
    if (count === 0) throw new Error('The import went on elsewhere.');
    await applyOrders(tx, ctx.shop, snapshots, now, { quiet: true });
    await announce(tx, 'import');
  });
}

type BulkOrder = BulkOrdersQuery['orders']['edges'][number]['node'];
type BulkLineItem = BulkOrder['lineItems']['edges'][number]['node'];
type BulkFulfillmentOrder = BulkParcelsQuery['fulfillmentOrders']['edges'][number]['node'];
type BulkFulfillment = BulkFulfillmentOrder['fulfillments']['edges'][number]['node'];

// Shopify's schema vouches for the shape of a row; which connection it belongs to is read from its id and its parent's.

function readOrder(root: BulkRoot, readAt: Date): Snapshot[] {
  return [readBulkOrder(root.row as BulkOrder, root.children.map(({ row }) => row as BulkLineItem), readAt)];
}

function readParcels(root: BulkRoot, readAt: Date): Snapshot[] {
  const { order, deliveryMethod } = root.row as BulkFulfillmentOrder;
  const orderId = numericId('Order', order.id);
  const fulfillments = root.children.filter(({ row }) => isOf('Fulfillment', row)).map(({ row }) => row as BulkFulfillment);
  return fulfillments.map((fulfillment) => {
    const below = root.children.filter(({ parentId }) => parentId === fulfillment.id).map(({ row }) => row);
    return readAdminFulfillment(fulfillment, {
      orderId,
      readAt: readAt.toISOString(),
      method: deliveryMethod?.methodType ?? null,
      lines: below.filter((row) => isOf('FulfillmentLineItem', row)).map((row) => row as BulkFulfillment['fulfillmentLineItems']['edges'][number]['node']),
      events: below.filter((row) => isOf('FulfillmentEvent', row)).map((row) => row as BulkFulfillment['events']['edges'][number]['node']),
    });
  });
}

function isOf(type: string, row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' && row.id.startsWith(`gid://shopify/${type}/`);
}
