import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { csvLine } from '#app/ui/csv.ts';
import { returnRows, type ReturnsAsked } from './list-returns.server.ts';

const atOnce = 250;

/** Every return a filter means as lines of CSV, a page at a time. */
export async function* exportReturns(ctx: ShopContext, asked: Omit<ReturnsAsked, 'after'>): AsyncGenerator<string> {
  yield csvLine(['return', 'order', 'customer', 'status', 'next_step', 'waits_since', 'begun_at', 'items', 'reasons', 'exchange']);
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof returnRows>> = await ctx.tx((tx) => returnRows(tx, { ...asked, after }, ctx.clock.now(), atOnce));
    yield page.rows.map((row) => csvLine([row.name, row.orderName, row.customerName, row.status, row.next, row.waitsSince, row.createdAt, row.items, row.reasons.join('; '), row.exchange ? 'yes' : 'no'])).join('');
    if (page.nextCursor === null) return;
    after = page.nextCursor;
  }
}
