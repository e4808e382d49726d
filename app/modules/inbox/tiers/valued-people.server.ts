import { ordersPlaced } from '#app/modules/compensation/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { valuedBy, type Bought, type Measure, type ValuedBy } from './valued-by.ts';

interface Row {
  personId: string;
  orders: number;
  spent: bigint;
  currency: string | null;
  tags: string[];
}

/** Of these people, whom the shop values, and for what: by all customers at Shopify that they surely are. */
export async function valuedPeople(tx: ShopTx, people: readonly string[], measure: Measure | null): Promise<Map<string, ValuedBy>> {
  const valued = new Map<string, ValuedBy>();
  if (measure === null || people.length === 0) return valued;
  for (const [personId, customers] of Map.groupBy(await customersOf(tx, people), (row) => row.personId)) {
    const by = valuedBy(boughtAs(customers), measure);
    if (by) valued.set(personId, by);
  }
  return valued;
}

function customersOf(tx: ShopTx, people: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(sql`
    select h.person_id::text as "personId", ${ordersPlaced(sql`c`)} as orders, c.amount_spent as spent, c.currency, c.tags
      from handles h join customers c on c.id = h.value
     where h.person_id = any(${[...people]}::uuid[]) and h.kind = 'customer' and h.confidence = 'sure' and h.unlinked_at is null and c.deleted_at is null and c.redacted_at is null
     order by h.linked_at, h.id`);
}

function boughtAs(customers: readonly Row[]): Bought {
  const spent = new Map<string, number>();
  for (const { currency, spent: minor } of customers) if (currency !== null) spent.set(currency, (spent.get(currency) ?? 0) + Number(minor));
  return { orders: customers.reduce((sum, { orders }) => sum + orders, 0), spent: [...spent].map(([currency, minor]) => ({ minor, currency })), tags: customers.flatMap(({ tags }) => tags) };
}
