import { after, hour } from '#app/kernel/time.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { advanceChainJob, jobKeyOf } from './jobs.ts';

/** How long a running chain may lie before somebody looks at it: longer than any pause between its own tries. */
const longestPause = 2 * hour;

/** Sends a job after running chains whose own was lost. What they reserved stays reserved until it is known what became of it. */
export async function wakeChains({ tx: run, clock }: ShopContext): Promise<void> {
  const now = clock.now();
  await run(async (tx) => {
    const asleep = await tx.chains.findMany({ where: { state: 'running', updated_at: { lt: after(now, -longestPause) }, OR: [{ held_until: null }, { held_until: { lte: now } }] }, select: { id: true }, take: 500 });
    await enqueueAll(tx, advanceChainJob, asleep.map(({ id }) => ({ key: jobKeyOf(id), payload: { chainId: id }, runAt: now })));
  });
}
