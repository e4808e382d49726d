import { after, day } from '#app/kernel/time.ts';
import { runInBulk } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { HeldNotices } from './views.ts';

/** So far back it is counted. */
const period = 30 * day;

/** Why notices of whatever kind were held back in the last 30 days before they came to the outbox, the most frequent first. */
export function heldReasons(ctx: ShopContext): Promise<HeldNotices['reasons']> {
  const since = after(ctx.clock.now(), -period);
  const question = `select held_for as reason, count(*)::int as count from notices where settled_at > $1::timestamptz and state = 'held' group by 1 order by 2 desc, 1`;
  return ctx.tx((tx) => runInBulk<HeldNotices['reasons'][number] & Record<string, unknown>>(tx, question, [since], 'notices-all-held-reasons'));
}
