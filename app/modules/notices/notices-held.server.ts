import { after, day } from '#app/kernel/time.ts';
import { runInBulk } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { HeldNotices } from './views.ts';

/** So far back it is counted, and so many orders are named. */
const period = 30 * day;
const named = 8;

/** What of a kind waits for its moment, and what was held back in the last 30 days before it came to the outbox, with the reasons. */
export function heldNotices(ctx: ShopContext, kind: string): Promise<HeldNotices> {
  return ctx.tx(async (tx) => {
    const since = after(ctx.clock.now(), -period);
    const [waiting] = await runInBulk<{ count: number; next: Date | null }>(tx, `select count(*)::int as count, min(due_at) as next from notices where kind = $1 and state = 'planned'`, [kind], 'notices-waiting');
    const reasons = await runInBulk<{ reason: string; count: number }>(
      tx,
      `select held_for as reason, count(*)::int as count from notices where kind = $1 and settled_at > $2::timestamptz and state = 'held' group by 1 order by 2 desc, 1`,
      [kind, since],
      'notices-held-reasons',
    );
    const latest = await runInBulk<{ orderId: string; orderName: string; at: Date; reason: string }>(
      tx,
      `select n.order_id as "orderId", o.name as "orderName", n.settled_at as at, n.held_for as reason from notices n join orders o on o.id = n.order_id
        where n.kind = $1 and n.settled_at > $2::timestamptz and n.state = 'held' order by n.settled_at desc, n.id desc limit ${named}`,
      [kind, since],
      'notices-held-latest',
    );
    return { waiting: waiting?.count ?? 0, next: waiting?.next ?? null, reasons, latest };
  });
}
