import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { extraKeyOf } from '../money/process-return.server.ts';
import type { FiguresPeriod } from './figures-period.ts';
import type { MonthMoney } from './views.ts';

/**
 * Where the money of returns went, by the month they were asked for in: what was given here as the ledger has it, and what more Shopify tells of as
 * refunded. Orders in another currency than the shop's present one are left out.
 */
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
    chained as (
      select a.id, a.rate, c.id as chain_id, c.request_key from asked a join chains c on c.order_id = a.order_id and c.subject = 'gid://shopify/Return/' || a.id),
    ours as (
      select id, rate, chain_id from chained
       union select h.id, h.rate, c.id from chained h join chains c on c.request_key = h.request_key || ${extraKeyOf('')}),
    given as (
      select o.id, sum(k.amount * o.rate) filter (where k.road = 'refund') as refunded, sum(k.amount * o.rate) filter (where k.road = 'store_credit') as credited,
             sum(k.amount * o.rate) filter (where k.road = 'exchange') as exchanged, sum(k.amount * o.rate) filter (where k.road = 'goodwill') as bonus
        from ours o join compensations k on k.chain_id = o.chain_id and k.state = 'given' group by o.id),
    settled as (
      select a.month, greatest(coalesce(f.amount, 0) - coalesce(g.credited, 0), coalesce(g.refunded, 0)) as refunded, coalesce(g.credited, 0) as credited, coalesce(g.bonus, 0) as bonus, c.fee + a.shipping_fee as fees,
             coalesce(g.exchanged, case when exists (select from return_exchange_lines x where x.return_id = a.id)
                                        then greatest(0, c.value - c.fee - a.shipping_fee - coalesce(f.amount, 0)) end, 0) as exchanged
        from asked a join came_back c on c.return_id = a.id left join refunded f on f.id = a.id left join given g on g.id = a.id)
    select month, count(*)::int as returns, round(sum(refunded))::float8 as refunded, round(sum(credited))::float8 as credited, round(sum(exchanged))::float8 as exchanged,
           round(sum(bonus))::float8 as bonus, round(sum(fees))::float8 as fees
      from settled group by month`);
}
