import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { FiguresPeriod } from './figures-period.ts';
import type { MonthMoney } from './views.ts';

/** Where the money of returns went, by the month they were asked for in; orders in another currency than the shop's present one are left out. */
export function money(tx: ShopTx, { since, zone }: FiguresPeriod, currency: string): Promise<MonthMoney[]> {
  return tx.$queryRaw<MonthMoney[]>(sql`
    with asked as (
      select r.id, r.order_id, r.refund_ids, r.shipping_fee, to_char(r.created_at at time zone ${zone}, 'YYYY-MM') as month,
             case when o.total_presentment > 0 then o.total::numeric / o.total_presentment else 1 end as rate
        from returns r join orders o on o.id = r.order_id
       where r.created_at >= ${since} and r.status in ('open', 'closed') and o.currency = ${currency} and o.deleted_at is null),
    came_back as (
      select b.return_id, sum(b.value::numeric * greatest(b.processed, b.refunded) / b.quantity) as value, sum(b.fee::numeric * greatest(b.processed, b.refunded) / b.quantity) as fee
        from asked a join return_lines b on b.return_id = a.id group by b.return_id having sum(greatest(b.processed, b.refunded)) > 0),
    refunded as (
      select a.id, sum(f.amount) as amount from asked a cross join unnest(a.refund_ids) as named (id) join refunds f on f.id = named.id group by a.id),
    given as (
      select a.id, sum(k.amount * a.rate) filter (where k.road = 'store_credit') as credited, sum(k.amount * a.rate) filter (where k.road = 'exchange') as exchanged,
             sum(k.amount * a.rate) filter (where k.road = 'goodwill') as bonus
        from asked a join chains c on c.order_id = a.order_id and c.subject = a.id join compensations k on k.chain_id = c.id and k.state = 'given' group by a.id),
    settled as (
      select a.month, coalesce(f.amount, 0) as refunded, least(coalesce(g.credited, 0), coalesce(f.amount, 0)) as credited, coalesce(g.bonus, 0) as bonus, c.fee + a.shipping_fee as fees,
             coalesce(g.exchanged, case when exists (select from return_exchange_lines x where x.return_id = a.id)
                                        then greatest(0, c.value - c.fee - a.shipping_fee - coalesce(f.amount, 0)) end, 0) as exchanged
        from asked a join came_back c on c.return_id = a.id left join refunded f on f.id = a.id left join given g on g.id = a.id)
    select month, count(*)::int as returns, round(sum(refunded - credited))::float8 as refunded, round(sum(credited))::float8 as credited, round(sum(exchanged))::float8 as exchanged,
           round(sum(bonus))::float8 as bonus, round(sum(fees))::float8 as fees
      from settled group by month`);
}
