import { isReplacement, ordersPlaced } from '#app/modules/compensation/index.server.ts';
import { runInBulk, sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import type { OrderFacts } from '../facts.ts';

interface Row extends Omit<OrderFacts, 'zone' | 'discountCodes' | 'customer'> {
  [column: string]: unknown;
  id: string;
  customerTags: string[] | null;
  orders: number | null;
  spent: number | null;
  returns: number | null;
  returnRate: number | null;
}

/** Of a customer only earlier orders count, so that a return is judged alike however often it is looked at. */
const question = (orderIds: readonly string[]): Sql => sql`
  select o.id, o.processed_at as "boughtAt", o.currency, o.shipping_address ->> 'countryCode' as country, o.source_name as channel,
         case when o.redacted_at is null then o.tags end as tags, c.tags as "customerTags", case when c.id is not null then ${ordersPlaced(sql`c`)} end as orders,
         case when c.currency = o.currency then c.amount_spent::float8 end as spent,
         case when o.customer_id is not null then back.returns end as returns,
         case when o.customer_id is not null then round(100.0 * back.items / greatest(bought.items, 1), 2)::float8 end as "returnRate"
    from orders o
    left join customers c on c.id = o.customer_id and c.updated_at is not null and c.redacted_at is null
    left join lateral (
      select count(distinct r.id)::int as returns, coalesce(sum(b.quantity), 0) as items
        from orders e join returns r on r.order_id = e.id and r.status in ('open', 'closed') join return_lines b on b.return_id = r.id
       where e.customer_id = o.customer_id and e.processed_at < o.processed_at) back on true
    left join lateral (
      select coalesce(sum(l.quantity), 0) as items from orders e join order_lines l on l.order_id = e.id
       where e.customer_id = o.customer_id and e.processed_at < o.processed_at and not ${isReplacement(sql`e.id`)}) bought on true
   where o.id = any (${[...orderIds]}::text[])`;

/** What a policy may ask of these orders and their customers. Discount codes are not mirrored: Shopify is asked for them. */
export async function knownOrders(tx: ShopTx, orderIds: readonly string[], zone: string): Promise<Map<string, OrderFacts>> {
  const { text, values } = question(orderIds);
  const rows = await runInBulk<Row>(tx, text, values, 'returns-known-orders');
  return new Map(
    rows.map(({ id, boughtAt, currency, country, channel, tags, customerTags, orders, spent, returns, returnRate }) => [
      id,
      { boughtAt, zone, currency, country, channel, tags, discountCodes: null, customer: { tags: customerTags, orders, spent, returns, returnRate } },
    ]),
  );
}
