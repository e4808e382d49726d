import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { FiguresPeriod } from './figures-period.ts';
import type { MonthRate } from './views.ts';

/** How much of what was sold in each month came back so far, orders and units; months in which nothing was sold are left out. */
export function rates(tx: ShopTx, { since, zone }: FiguresPeriod): Promise<MonthRate[]> {
  return tx.$queryRaw<MonthRate[]>(sql`
    with sold as (
      select o.id, to_char(o.processed_at at time zone ${zone}, 'YYYY-MM') as month, sum(l.quantity) as units
        from orders o join order_lines l on l.order_id = o.id
       where o.processed_at >= ${since} and o.deleted_at is null and o.cancelled_at is null and not o.test and l.requires_shipping
       group by o.id, o.processed_at),
    back as (
      select r.order_id, sum(b.quantity) as units from returns r join return_lines b on b.return_id = r.id
       where r.status in ('requested', 'open', 'closed') group by r.order_id)
    select s.month, count(*)::int as orders, count(b.order_id)::int as "ordersBack", sum(s.units)::int as units, sum(least(coalesce(b.units, 0), s.units))::int as "unitsBack"
      from sold s left join back b on b.order_id = s.id group by s.month`);
}
