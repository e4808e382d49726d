import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { FiguresPeriod } from './figures-period.ts';
import type { MonthLabels } from './views.ts';

/** What labels for the way back cost, by the month they were bought in; what is given back costs nothing, and another currency is counted and not converted. */
export function labelCosts(tx: ShopTx, { since, zone }: FiguresPeriod, currency: string): Promise<MonthLabels[]> {
  return tx.$queryRaw<MonthLabels[]>(sql`
    select to_char(bought_at at time zone ${zone}, 'YYYY-MM') as month, (count(*) filter (where currency = ${currency}))::int as labels,
           coalesce(sum(cost) filter (where currency = ${currency}), 0)::float8 as cost, (count(*) filter (where currency <> ${currency}))::int as "inOtherCurrencies"
      from labels where bought_at >= ${since} and cost is not null and (refund is null or refund = 'rejected')
     group by 1`);
}
