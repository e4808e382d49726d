import { after, day } from '#app/kernel/time.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { keepMailJob } from './jobs.ts';

const mostAtOnce = 1_000;

/**
 * Has mails kept that still wait: a job that failed all of its times is not tried again by itself, and whoever sent the mail was told that it arrived. However long the file
 * store is gone, or we cannot read what came, nothing is lost.
 */
export async function keepWaiting(ctx: ShopContext): Promise<void> {
  await ctx.tx(async (tx) => {
    const waiting = await tx.mail_arrivals.findMany({ where: { state: 'waiting', received_at: { lt: after(ctx.clock.now(), -day) } }, orderBy: { id: 'asc' }, take: mostAtOnce, select: { id: true } });
    if (waiting.length > 0) ctx.log.error({ mails: waiting.length }, 'mails that arrived wait for a day to be kept');
    await enqueueAll(tx, keepMailJob, waiting.map(({ id }) => ({ key: `${keepMailJob.name}:${id}`, payload: { arrivalId: String(id) } })));
  });
}
