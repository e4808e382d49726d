import { after, hour, minute, second } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { matchEarlyNewsJob } from './jobs.server.ts';
import { namedMessage, noteEvent, type ProviderEvent } from './note-event.server.ts';

/** What is spoken of no message of ours by then is somebody else's: accounts are shared with other programs. */
const kept = hour;
const soonest = 10 * second;
const latest = minute;

/** Keeps news of a message that nobody here knows yet: providers are sometimes faster than the answer they gave us. */
export async function keepEarlyNews(tx: ShopTx, news: ProviderEvent): Promise<void> {
  const { provider, providerId, event, at, detail } = news;
  const [row] = await tx.early_news.createManyAndReturn({ skipDuplicates: true, data: [{ provider, provider_id: providerId, event, at, detail, message_id: namedMessage(news) }] });
  if (row) await enqueue(tx, matchEarlyNewsJob, {}, { key: matchEarlyNewsJob.name, keyMode: 'preserve_run_at', runAt: after(row.told_at, soonest) });
}

/** Notes kept news of messages that are known by now, and forgets what is nobody's; comes again, less and less often, while any is left. */
export async function matchEarlyNews(ctx: ShopContext): Promise<void> {
  await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const matches = await tx.$queryRaw<{ id: bigint; provider: string; provider_id: string }[]>(sql`
      select m.id, n.provider, n.provider_id from early_news n join outbox m on m.provider = n.provider and m.provider_id = n.provider_id
      union
      select m.id, n.provider, n.provider_id from early_news n join outbox m on m.id = n.message_id where m.state = 'unknown' and m.provider_id is null`);
    for (const { id, provider, provider_id } of matches) {
      const [message] = await tx.outbox.updateManyAndReturn({ where: { id }, data: { provider, provider_id } });
      if (!message) continue;
      const told = await tx.early_news.findMany({ where: { provider, provider_id }, orderBy: { at: 'asc' } });
      for (const { event, at, detail } of told) if (isTold(event)) await noteEvent(tx, message, { event, at, detail });
      await tx.early_news.deleteMany({ where: { provider, provider_id } });
    }
    await tx.early_news.deleteMany({ where: { told_at: { lte: after(now, -kept) } } });
    const youngest = await tx.early_news.findFirst({ orderBy: { told_at: 'desc' }, select: { told_at: true } });
    if (!youngest) return;
    const pause = Math.min(Math.max(now.getTime() - youngest.told_at.getTime(), soonest), latest);
    await enqueue(tx, matchEarlyNewsJob, {}, { key: matchEarlyNewsJob.name, keyMode: 'preserve_run_at', runAt: after(now, pause) });
  });
}

function isTold(event: string): event is ProviderEvent['event'] {
  return event === 'delivered' || event === 'undelivered' || event === 'bounced' || event === 'complained';
}
