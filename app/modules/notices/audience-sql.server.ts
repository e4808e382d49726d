import type { Prisma } from '@prisma/client';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { isListed, type Condition, type ListedTrait, type MeasuredTrait, type Trait } from './condition.ts';

/** Whether a condition holds, of an order `o` and its customer `c`; about one parcel of it, or whichever has it. */
export function holds(condition: Condition, shipmentId: string | null): Prisma.Sql {
  if (!isListed(condition)) {
    const amount = amounts[condition.trait];
    return sql`coalesce(${amount} >= coalesce(${condition.min}::bigint, ${amount}) and ${amount} <= coalesce(${condition.max}::bigint, ${amount}), false)`;
  }
  const has = sql`coalesce(${within(condition.trait, condition.values, shipmentId)}, false)`;
  return condition.is === 'one_of' ? has : sql`not ${has}`;
}

/** A customer that nothing is known of has ordered once and spent what this order cost. */
const amounts: Readonly<Record<MeasuredTrait, Prisma.Sql>> = { value: sql`o.total`, orders: sql`coalesce(nullif(c.orders_count, 0), 1)`, spent: sql`coalesce(c.amount_spent, o.total)` };

function within(trait: ListedTrait, values: readonly string[], shipmentId: string | null): Prisma.Sql {
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

/** The first condition that an order does not meet; null where it meets all. */
export async function unmetBy(tx: ShopTx, { orderId, shipmentId }: { orderId: string; shipmentId: string | null }, audience: readonly Condition[]): Promise<Trait | null> {
  if (audience.length === 0) return null;
  const [row] = await tx.$queryRaw<{ met: boolean[] }[]>(sql`
    select array[${join(audience.map((condition) => holds(condition, shipmentId)))}] as met
      from orders o left join customers c on c.id = o.customer_id where o.id = ${orderId}`);
  return audience.find((_, at) => row?.met[at] === false)?.trait ?? null;
}
