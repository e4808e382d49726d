import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { LineRow } from './report-lines.ts';
import { groupedByLine, lineColumns, ofFilter } from './report-lines.server.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportFilter } from './views.ts';

interface Contacts extends LineRow {
  contacts: number;
}

/** Every way a customer writes about an order is a branch here: which order, which parcel where one was named, when. */
export const contactsWritten = sql`select 'problem:' || id as id, order_id, shipment_id, created_at from problem_reports`;

/**
 * How often customers wrote in the period. Who writes about an order as a whole writes about each of its parcels' lines, and once in the sum.
 * `offset 0` has the few that wrote look up their parcels, rather than all parcels be read for them.
 */
export function contacts(tx: ShopTx, { since }: ReportPeriod, filter: ReportFilter): Promise<Contacts[]> {
  return tx.$queryRaw<Contacts[]>(sql`
    select ${lineColumns}, count(distinct c.id)::int as contacts
      from (${contactsWritten}) c
     cross join lateral (
       select p.carrier, p.origin, p.destination from parcels p
        where p.order_id = c.order_id and (c.shipment_id is null or p.shipment_id = c.shipment_id) and p.method = 'carrier' and ${ofFilter(filter, sql`p`)}
        offset 0) p
     where c.created_at >= ${since}
     group by ${groupedByLine()}`);
}
