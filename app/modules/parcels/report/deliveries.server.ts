import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { LineRow } from './report-lines.ts';
import { groupedByLine, lineColumns, ofFilter } from './report-lines.server.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportFilter } from './views.ts';

interface Deliveries extends LineRow {
  delivered: number;
  /** A quarter, half, three quarters and nine tenths of them took at most so many days; null where nothing was delivered. */
  quantiles: [number, number, number, number] | null;
}

/** Parcels delivered in the period, and how many days they took from the moment they were shipped. */
export function deliveries(tx: ShopTx, { since }: ReportPeriod, filter: ReportFilter): Promise<Deliveries[]> {
  return tx.$queryRaw<Deliveries[]>(sql`
    select ${lineColumns}, count(*)::int as delivered, percentile_cont(array[0.25, 0.5, 0.75, 0.9]) within group (order by days) as quantiles
      from (select p.carrier, p.origin, p.destination, greatest(0, extract(epoch from p.delivered_at - p.shipped_at)::float8 / 86400) as days
              from parcels p where p.delivered_at >= ${since} and p.method = 'carrier' and ${ofFilter(filter, sql`p`)}) delivered
     group by ${groupedByLine()}`);
}
