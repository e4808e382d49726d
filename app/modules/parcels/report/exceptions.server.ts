import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { LineRow } from './report-lines.ts';
import { groupedByLine, lineColumns, ofFilter } from './report-lines.server.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportFilter } from './views.ts';

interface Exceptions extends LineRow {
  /** Null is all causes together: a parcel held up twice is one parcel. */
  cause: string | null;
  parcels: number;
}

/** Parcels that something happened to in the period, by cause. Silence and a passed date are no cause: they have columns of their own. What began before the app was installed is left out. */
export function exceptions(tx: ShopTx, { since }: ReportPeriod, filter: ReportFilter): Promise<Exceptions[]> {
  return tx.$queryRaw<Exceptions[]>(sql`
    with happened as (
      select t.carrier, t.origin, t.destination, t.shipment_id,
             coalesce(t.cause, case t.kind when 'customs' then 'customs' when 'returning' then 'returned_to_sender' when 'attempts' then 'not_home' else 'unknown' end) as cause
        from troubles t
       where t.opened_at >= ${since} and t.shipment_id is not null and not t.imported and t.kind in ('exception', 'customs', 'attempts', 'returning') and ${ofFilter(filter, sql`t`)}
    )
    select ${lineColumns}, null as cause, count(distinct shipment_id)::int as parcels from happened group by ${groupedByLine()}
    union all
    select ${lineColumns}, cause, count(distinct shipment_id)::int as parcels from happened group by ${groupedByLine(sql`cause`)}`);
}
