import { after, day, startOfDay, dayIn } from '#app/kernel/time.ts';
import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toKind, toOutcome } from './trouble-words.ts';
import type { TroubleFigures } from './views.ts';

interface Counted {
  kind: string;
  open: number;
  unmarked: number;
  today: number;
}

/** How a shop's parcels stand; "today" is the shop's own. */
export async function troubleFigures(ctx: ShopContext): Promise<TroubleFigures> {
  const now = ctx.clock.now();
  const midnight = startOfDay(ctx.shop.ianaTimezone, dayIn(ctx.shop.ianaTimezone, now));
  return ctx.tx(async (tx) => {
    const kinds = await tx.$queryRaw<Counted[]>(sql`
      select kind, count(*)::int as open, (count(*) filter (where mark is null))::int as unmarked, (count(*) filter (where opened_at >= ${midnight}))::int as today
        from troubles where closed_at is null group by kind`);
    const ended = await tx.$queryRaw<{ outcome: string; count: number }[]>(sql`select outcome, count(*)::int as count from troubles where closed_at > ${after(now, -7 * day)} group by outcome`);
    const [parcels] = await tx.$queryRaw<{ count: number }[]>(sql`select count(*)::int as count from parcels where settled_at is null and method <> 'none'`);
    const sum = (figure: 'open' | 'unmarked' | 'today') => kinds.reduce((total, row) => total + row[figure], 0);
    return {
      underWay: parcels?.count ?? 0,
      open: sum('open'),
      unmarked: sum('unmarked'),
      openedToday: sum('today'),
      byKind: Object.fromEntries(kinds.flatMap((row) => (toKind(row.kind) ? [[row.kind, row.open]] : []))),
      ended: Object.fromEntries(ended.flatMap((row) => (toOutcome(row.outcome) ? [[row.outcome, row.count]] : []))),
    };
  });
}
