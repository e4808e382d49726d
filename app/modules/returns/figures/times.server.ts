import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { FiguresPeriod } from './figures-period.ts';
import type { RefundTimes } from './views.ts';

interface TimesRow extends RefundTimes {
  /** Null for all months together. */
  month: string | null;
}

/** How long customers waited from the receipt of what they sent back to their first refund, by the month of receipt and in all. */
export function times(tx: ShopTx, { since, zone }: FiguresPeriod): Promise<TimesRow[]> {
  return tx.$queryRaw<TimesRow[]>(sql`
    with waited as (
      select to_char(r.received_at at time zone ${zone}, 'YYYY-MM') as month, greatest(0, extract(epoch from min(f.created_at) - r.received_at) / 3600)::float8 as hours
        from returns r cross join unnest(r.refund_ids) as named (id) join refunds f on f.id = named.id
       where r.received_at >= ${since} group by r.id, r.received_at)
    select month, count(*)::int as refunded, percentile_cont(0.5) within group (order by hours) as median, percentile_cont(0.9) within group (order by hours) as ninety,
           (count(*) filter (where hours <= 24))::int as "withinDay"
      from waited group by grouping sets ((month), ())`);
}
