import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { LineRow } from './report-lines.ts';
import { groupedByLine, lineColumns, ofFilter } from './report-lines.server.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportFilter } from './views.ts';

interface Losses extends LineRow {
  lost: number;
}

/** Parcels the carrier gave up in the period, and those it once scanned and has not for so long that they were given up. */
export function losses(tx: ShopTx, { since }: ReportPeriod, filter: ReportFilter): Promise<Losses[]> {
  return tx.$queryRaw<Losses[]>(sql`
    select ${lineColumns}, count(*)::int as lost
      from parcels p
     where p.delivered_at is null and p.method = 'carrier' and not p.imported and ${ofFilter(filter, sql`p`)}
       and case when p.cause = 'lost' then p.status_since >= ${since}
                else p.settled_at >= ${since} and not p.going_back and p.first_scan_at is not null and p.settled_at >= p.last_scan_at + '59 days'::interval end
     group by ${groupedByLine()}`);
}
