import { ordersPlaced } from '#app/modules/compensation/index.server.ts';
import { join, sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import { isListed, type Condition, type ListedTrait, type MeasuredTrait, type Trait } from './condition.ts';

/** Whether a condition holds, of an order `o` and its buyer `c`; about one parcel of it, or whichever has it. */
export function holds(condition: Condition, shipmentId: string | null): Sql {
  if (!isListed(condition)) {
    const amount = amounts[condition.trait];
    return sql`coalesce(${amount} >= coalesce(${condition.min}::bigint, ${amount}) and ${amount} <= coalesce(${condition.max}::bigint, ${amount}), false)`;
  }
  const has = sql`coalesce(${within(condition.trait, condition.values, shipmentId)}, false)`;
  return condition.is === 'one_of' ? has : sql`not ${has}`;
}

/** A customer that nothing is known of has ordered once and spent what this order cost. */
const amounts: Readonly<Record<MeasuredTrait, Sql>> = { value: sql`o.total`, orders: sql`coalesce(nullif(c.placed, 0), 1)`, spent: sql`coalesce(c.amount_spent, o.total)` };

function within(trait: ListedTrait, values: readonly string[], shipmentId: string | null): Sql {
  const listed = sql`(select lower(value) from unnest(${[...values]}::text[]) as value)`;
  switch (trait) {
    case 'country':
      return sql`o.shipping_address ->> 'countryCode' = any (${[...values]}::text[])`;
    case 'carrier':
      return sql`exists (select from parcels p where p.order_id = o.id and p.shipment_id = coalesce(${shipmentId}::text::bigint, p.shipment_id) and p.carrier = any (${[...values]}::text[]))`;
    case 'order_tag':
      return sql`exists (select from unnest(o.tags) as tag where lower(tag) in ${listed})`;
    case 'customer_tag':
      return sql`exists (select from unnest(c.tags) as tag where lower(tag) in ${listed})`;
    case 'product':
      return sql`exists (select from order_lines l, unnest(${[...values]}::text[]) as value where l.order_id = o.id and l.current_quantity > 0 and strpos(lower(l.title), lower(value)) > 0)`;
    case 'sku':
      return sql`exists (select from order_lines l where l.order_id = o.id and l.current_quantity > 0 and lower(l.sku) in ${listed})`;
  }
}

/** The buyers of these orders, with what conditions ask of them. */
export function buyersOf(orders: Sql, audience: readonly Condition[]): Sql {
  if (!audience.some(({ trait }) => trait === 'orders')) return sql`customers`;
  // Each is counted once, however many of the orders are theirs.
  return sql`(with counted as materialized (select who.*, ${ordersPlaced(sql`who`)} as placed from customers who where who.id in (select customer_id from ${orders})) select * from counted)`;
}

/** The first condition that an order does not meet; null where it meets all. */
export async function unmetBy(tx: ShopTx, { orderId, shipmentId }: { orderId: string; shipmentId: string | null }, audience: readonly Condition[]): Promise<Trait | null> {
  if (audience.length === 0) return null;
  const [row] = await tx.$queryRaw<{ met: boolean[] }[]>(sql`
    with told as materialized (select * from orders where id = ${orderId})
    select array[${join(audience.map((condition) => holds(condition, shipmentId)))}] as met from told o left join ${buyersOf(sql`told`, audience)} c on c.id = o.customer_id`);
  return audience.find((_, at) => row?.met[at] === false)?.trait ?? null;
}
