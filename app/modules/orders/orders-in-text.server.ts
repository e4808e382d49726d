import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { namesInText, numbersInText } from './names-in-text.ts';

/** An order that a text names. */
export interface OrderInText {
  orderId: string;
  by: 'name' | 'tracking_number';
  /** Whether one of these addresses or customers is its own. */
  isTheirs: boolean;
}

/** Whoever wrote a text, by all they are known by for sure. */
export interface TextWriter {
  /** Lower case. */
  emails: readonly string[];
  customerIds: readonly string[];
}

interface Row {
  id: string;
  name: string | null;
  theirs: boolean;
}

const theirs = `(coalesce(lower(o.email) = any($2), false) or coalesce(o.customer_id = any($3), false)
    or exists (select 1 from customer_contacts c where c.customer_id = o.customer_id and c.kind = 'email' and c.value = any($2)))`;
const byName = `select o.id, o.name, ${theirs} as theirs from orders o where o.name = any($1) and o.deleted_at is null and o.fingerprint <> '' order by o.processed_at desc limit 40`;
const byNumber = `
  select distinct o.id, null as name, ${theirs} as theirs
    from shipments s join fulfillments f on f.id = s.fulfillment_id and f.status <> 'cancelled' join orders o on o.id = s.order_id and o.deleted_at is null
   where s.bare_number = any($1) and s.removed_at is null limit 40`;

/**
 * The orders that a text names by their number or by a parcel's. A plain number may mean anything: it means an order only where that is the writer's own; another's has to be
 * named as one.
 */
export async function ordersInText(tx: ShopTx, text: string, writer: TextWriter): Promise<OrderInText[]> {
  const [latest] = await runInBulk<{ name: string }>(tx, "select name from orders where deleted_at is null and fingerprint <> '' order by processed_at desc limit 1", [], 'latest-order-name');
  const names = namesInText(text, latest?.name ?? null);
  const numbers = numbersInText(text);
  const whose = [writer.emails, writer.customerIds];
  const named = names.size === 0 ? [] : await runInBulk<Row & Record<string, unknown>>(tx, byName, [[...names.keys()], ...whose], 'orders-by-names');
  const tracked = numbers.length === 0 ? [] : await runInBulk<Row & Record<string, unknown>>(tx, byNumber, [numbers, ...whose], 'orders-by-numbers');
  const found = [
    ...named.filter((row) => row.theirs || names.get(row.name ?? '') === 'surely').map((row): OrderInText => ({ orderId: row.id, by: 'name', isTheirs: row.theirs })),
    ...tracked.map((row): OrderInText => ({ orderId: row.id, by: 'tracking_number', isTheirs: row.theirs })),
  ];
  return [...new Map(found.toReversed().map((order) => [order.orderId, order])).values()].toReversed();
}
