import { placedAs } from '#app/modules/compensation/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { BuyerHistory, Evidence } from './views.ts';

/** The customer's orders that are history, each with the one that was placed for it, and what of them came back. */
const own = (customerId: string) => sql`own as (
  select o.id, o.name, o.total, ${placedAs(sql`o.id`)} as placed from orders o where o.customer_id = ${customerId} and o.deleted_at is null and o.cancelled_at is null and not o.test)`;
const cameBack = sql`r.status in ('requested', 'open', 'closed')`;
const mostReasons = 5;

/** What a customer bought and sent back so far. */
export async function buyerHistory(tx: ShopTx, customerId: string): Promise<BuyerHistory> {
  const [figures] = await tx.$queryRaw<Omit<BuyerHistory, 'reasons'>[]>(sql`
    with ${own(customerId)},
    bought as (select coalesce(sum(l.quantity), 0)::int as units from own join order_lines l on l.order_id = own.id where l.requires_shipping and own.placed = own.id),
    back as (
      select r.id, own.placed, sum(b.quantity) as units, sum(b.value) as value, (select sum(f.amount) from unnest(r.refund_ids) as named (id) join refunds f on f.id = named.id) as refunded
        from own join returns r on r.order_id = own.id join return_lines b on b.return_id = r.id where ${cameBack} group by r.shop_id, r.id, own.placed)
    select (select count(*)::int from own where placed = id) as orders, (select units from bought) as units, (select coalesce(sum(total), 0)::float8 from own) as paid,
           count(distinct placed)::int as "ordersBack", coalesce(sum(units), 0)::int as "unitsBack", count(*)::int as returns,
           coalesce(sum(value), 0)::float8 as "valueBack", coalesce(sum(refunded), 0)::float8 as refunded
      from back`);
  const reasons = await tx.$queryRaw<BuyerHistory['reasons']>(sql`
    with ${own(customerId)}
    select b.reason, max(b.reason_name) as name, sum(b.quantity)::int as units
      from own join returns r on r.order_id = own.id join return_lines b on b.return_id = r.id where ${cameBack} group by b.reason order by 3 desc, 1 limit ${mostReasons}`);
  return { ...(figures ?? { orders: 0, units: 0, ordersBack: 0, unitsBack: 0, returns: 0, paid: 0, valueBack: 0, refunded: 0 }), reasons };
}

/** Their returns, newest first. */
export function returnsOf(tx: ShopTx, customerId: string, most: number): Promise<Evidence[]> {
  return tx.$queryRaw<Evidence[]>(sql`
    with ${own(customerId)}
    select 'return' as kind, r.id, r.name, r.created_at as at from own join returns r on r.order_id = own.id where ${cameBack} order by r.created_at desc, r.id limit ${most}`);
}

/** Their reports that a parcel did not arrive which its carrier says did, newest first. */
export function deniedDeliveries(tx: ShopTx, customerId: string, most: number): Promise<Evidence[]> {
  return tx.$queryRaw<Evidence[]>(sql`
    with ${own(customerId)}
    select 'report' as kind, p.id, own.name, p.created_at as at from own join problem_reports p on p.order_id = own.id
     where p.kind = 'not_arrived' and exists (
       select from parcels c where c.order_id = own.id and (p.shipment_id is null or c.shipment_id = p.shipment_id) and c.delivered_at < p.created_at)
     order by p.created_at desc, p.id limit ${most}`);
}

/** Their returns in which something was missing or was something else, newest first. */
export function emptyBoxes(tx: ShopTx, customerId: string, most: number): Promise<Evidence[]> {
  return tx.$queryRaw<Evidence[]>(sql`
    with ${own(customerId)}
    select 'return' as kind, r.id, r.name, r.created_at as at from own join returns r on r.order_id = own.id
     where exists (select from return_inspections i where i.return_id = r.id and i.finding in ('missing', 'wrong_item'))
        or exists (select from dispositions d where d.return_id = r.id and d.type = 'missing')
     order by r.created_at desc, r.id limit ${most}`);
}
