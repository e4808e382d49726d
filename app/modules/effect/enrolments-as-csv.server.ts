import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { csvLine } from '#app/ui/csv.ts';
import { enrolmentPage, holdOutOf } from './store.server.ts';

const pageSize = 1_000;

/** One hold-out as lines of CSV, an order a line: on which side it was, since when, and when its customer first wrote. */
export async function enrolmentsAsCsv(ctx: ShopContext, id: string): Promise<AsyncGenerator<string>> {
  const holdOut = await ctx.tx((tx) => holdOutOf(tx, id));
  if (!holdOut) throw new ExpectedError('unknown_hold_out', 404, 'There is no such hold-out.');
  const now = ctx.clock.now();
  return (async function* lines() {
    yield csvLine(['order', 'side', 'delayed_at', 'wrote_at', 'counted']);
    let past = '';
    for (;;) {
      const page = await ctx.tx((tx) => enrolmentPage(tx, holdOut, now, past, pageSize));
      for (const { order, arm, enrolled_at, wrote_at, counted } of page) yield csvLine([order, arm, enrolled_at, wrote_at, counted ? 'yes' : 'no']);
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      past = last.person;
    }
  })();
}
