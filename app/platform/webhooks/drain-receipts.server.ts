import { cut } from '#app/kernel/text.ts';
import { after, hour, minute } from '#app/kernel/time.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { Metrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyReceipts, type Settled } from './apply-receipts.server.ts';
import { lockOne, lockPending, markFailed, type LockedReceipt } from './receipt-store.server.ts';
import type { TopicHandler } from './topic-handler.ts';
import { drainReceiptsJob, retryReceiptJob } from './webhook-jobs.server.ts';

const batchSize = 250;
/** After so many batches other work on the shop's line gets its turn. */
const batchesInOneGo = 20;
/** How long after each failed try the next one follows. After the last there is none: the receipt stays, with its reason. */
const pauses = [1 * minute, 10 * minute, 1 * hour, 6 * hour];

type CountResults = Pick<Metrics, 'receipts'>;

/** Applies what came in for this shop, oldest first, until nothing is left. Killed anywhere, it loses nothing and applies nothing twice. */
export async function drainReceipts(ctx: ShopContext, handlers: readonly TopicHandler[], metrics?: CountResults): Promise<void> {
  for (let batches = 0; batches < batchesInOneGo; batches += 1) {
    const taken = await drainBatch(ctx, handlers, metrics);
    if (taken < batchSize) return;
  }
  await ctx.tx((tx) => enqueue(tx, drainReceiptsJob, {}, { key: drainReceiptsJob.name }));
}

/** Tries a receipt again that failed before. */
export async function retryReceipt(ctx: ShopContext, handlers: readonly TopicHandler[], id: string, metrics?: CountResults): Promise<void> {
  await applyAlone(ctx, handlers, BigInt(id), 'failed', metrics);
}

async function drainBatch(ctx: ShopContext, handlers: readonly TopicHandler[], metrics?: CountResults): Promise<number> {
  let locked: LockedReceipt[] = [];
  try {
    const settled = await ctx.tx(async (tx) => {
      locked = await lockPending(tx, batchSize);
      return applyReceipts(tx, ctx.shop, locked, handlers, ctx.clock.now());
    });
    count(metrics, settled);
  } catch (error) {
    if (locked.length === 0) throw error; // Not a receipt's fault: the job is tried again.
    ctx.log.warn({ error, receipts: locked.length }, 'a batch of webhooks failed; trying them one by one');
    for (const { id } of locked) await applyAlone(ctx, handlers, id, 'pending', metrics);
  }
  return locked.length;
}

async function applyAlone(ctx: ShopContext, handlers: readonly TopicHandler[], id: bigint, state: 'pending' | 'failed', metrics?: CountResults): Promise<void> {
  let attempts = 0;
  try {
    const settled = await ctx.tx(async (tx) => {
      const receipt = await lockOne(tx, id, state);
      if (!receipt) return null;
      attempts = receipt.attempts;
      return applyReceipts(tx, ctx.shop, [receipt], handlers, ctx.clock.now());
    });
    if (settled) count(metrics, settled);
  } catch (error) {
    const now = ctx.clock.now();
    const pause = pauses[attempts];
    await ctx.tx(async (tx) => {
      await markFailed(tx, id, now, cut(error instanceof Error ? error.message : String(error), 500));
      if (pause !== undefined) await enqueue(tx, retryReceiptJob, { receipt: String(id) }, { key: `${retryReceiptJob.name}:${id}`, runAt: after(now, pause) });
    });
    metrics?.receipts.inc({ result: 'failed' });
    ctx.log.error({ error, receipt: String(id), attempt: attempts + 1 }, pause === undefined ? 'a webhook was given up' : 'a webhook failed');
  }
}

function count(metrics: CountResults | undefined, settled: Settled): void {
  metrics?.receipts.inc({ result: 'applied' }, settled.applied);
  metrics?.receipts.inc({ result: 'ignored' }, settled.ignored);
}
