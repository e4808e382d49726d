import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ReportPeriod } from './report-period.ts';
import type { CarrierReport } from './views.ts';

/** The carriers and destinations of parcels delivered in the period, the busiest first. */
export async function reportChoices(tx: ShopTx, { since }: ReportPeriod): Promise<CarrierReport['choices']> {
  const rows = await tx.$queryRaw<{ carrier: string | null; destination: string | null }[]>(sql`
    select carrier, destination from parcels where delivered_at >= ${since} and method = 'carrier' group by 1, 2 order by count(*) desc`);
  return { carriers: [...new Set(rows.map(({ carrier }) => carrier))], destinations: [...new Set(rows.map(({ destination }) => destination))] };
}
