import { getAllCountries } from 'countries-and-timezones';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { destinationZone } from '#app/modules/promises/index.server.ts';
import type { LineRow } from './report-lines.ts';
import { groupedByLine, lineColumns, ofFilter } from './report-lines.server.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportFilter } from './views.ts';

interface KeptPromises extends LineRow {
  /** Which point of the trend; the first is 0. */
  point: number;
  due: number;
  kept: number;
  keptLast: number;
  late: number;
}

const countries = Object.keys(getAllCountries());

/** Settled without having arrived, turned round or been silent for two months: nobody waited for it any more. */
const withdrawn = sql`(p.settled_at is not null and p.delivered_at is null and not p.going_back and p.settled_at < coalesce(p.last_scan_at, p.shipped_at) + '59 days'::interval)`;

/**
 * First dates told that came due in the period, whether or not their parcel arrived: a parcel that never came did not keep its date.
 * Orders from before the app was installed do not count: of their dates only those are known whose parcel was still on its way, the late ones first.
 * A day is over when it is over where the customer lives. Parcels that were withdrawn (order cancelled, number replaced) had nothing to keep.
 */
export function keptPromises(tx: ShopTx, { from, step }: ReportPeriod, filter: ReportFilter, { zone, now }: { zone: string; now: Date }): Promise<KeptPromises[]> {
  const zones = countries.map((country) => destinationZone(country, zone));
  return tx.$queryRaw<KeptPromises[]>(sql`
    with zones as materialized (
      select country, name, (${now}::timestamptz at time zone name)::date as today from unnest(${countries}::text[], ${zones}::text[]) as zones (country, name)
    )
    select ${lineColumns}, point, count(*)::int as due, (count(*) filter (where arrived <= first_promised_to))::int as kept,
           (count(*) filter (where arrived <= promised_to))::int as "keptLast", (count(*) filter (where arrived > first_promised_to))::int as late
      from (select p.carrier, p.origin, p.destination, p.first_promised_to, p.promised_to, (p.first_promised_to - ${from}::date) / ${step}::int as point,
                   (p.delivered_at at time zone coalesce(z.name, ${zone}))::date as arrived
              from parcels p left join zones z on z.country = p.destination
             where p.first_promised_to >= ${from}::date and p.first_promised_to < coalesce(z.today, (${now}::timestamptz at time zone ${zone})::date)
               and p.method = 'carrier' and not p.imported and not ${withdrawn} and ${ofFilter(filter, sql`p`)}) due
     group by ${groupedByLine(sql`point`)}`);
}
