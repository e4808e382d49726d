import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Held } from './mirror.ts';
import type { Snapshot } from './snapshots.ts';
import * as tables from './tables.ts';

const question = `
    with named as materialized (
      select unnest($1::text[]) as id
       union select order_id from checkpoints where id = any ($2::text[])
       union select order_id from fulfillments where id = any ($3::text[])
    ), of_orders as materialized (select o.* from orders o join named on named.id = o.id),
    of_fulfillments as materialized (select f.* from fulfillments f join of_orders o on o.id = f.order_id),
    of_refunds as materialized (select r.* from refunds r join of_orders o on o.id = r.order_id),
    of_customers as materialized (
      select c.* from customers c where c.id in (select unnest($4::text[]) union select customer_id from of_orders)
    )
    select json_build_object(
      'orders', (select coalesce(json_agg(o), '[]') from of_orders o),
      'lines', (select coalesce(json_agg(l), '[]') from order_lines l join of_orders o on o.id = l.order_id),
      'fulfillments', (select coalesce(json_agg(f), '[]') from of_fulfillments f),
      'fulfillmentLines', (select coalesce(json_agg(l), '[]') from fulfillment_lines l join of_fulfillments f on f.id = l.fulfillment_id),
      'shipments', (select coalesce(json_agg(s), '[]') from shipments s join of_fulfillments f on f.id = s.fulfillment_id),
      'checkpoints', (select coalesce(json_agg(c), '[]') from checkpoints c join of_fulfillments f on f.id = c.fulfillment_id where c.source = 'shopify'),
      'refunds', (select coalesce(json_agg(r), '[]') from of_refunds r),
      'refundLines', (select coalesce(json_agg(l), '[]') from refund_lines l join of_refunds r on r.id = l.refund_id),
      'customers', (select coalesce(json_agg(c), '[]') from of_customers c),
      'contacts', (select coalesce(json_agg(c), '[]') from customer_contacts c join of_customers p on p.id = c.customer_id)
    ) as held`;

/** Reads, in one question, everything held about the things a batch is about. */
export async function loadMirror(tx: ShopTx, snapshots: readonly Snapshot[]): Promise<Held> {
  const ids = namedIn(snapshots);
  const text = (set: Set<string>) => [...set];
  const rows = await runInBulk<{ held: Held }>(tx, question, [text(ids.orders), text(ids.checkpoints), text(ids.fulfillments), text(ids.customers)]);
  const held = rows[0]?.held;
  if (!held) throw new Error('The mirror did not answer.');
  return {
    orders: held.orders.map((row) => readRow(tables.orders, row)),
    lines: held.lines.map((row) => readRow(tables.lines, row)),
    fulfillments: held.fulfillments.map((row) => readRow(tables.fulfillments, row)),
    fulfillmentLines: held.fulfillmentLines.map((row) => readRow(tables.fulfillmentLines, row)),
    shipments: held.shipments.map((row) => readRow(tables.shipments, row)),
    checkpoints: held.checkpoints.map((row) => readRow(tables.checkpoints, row)),
    refunds: held.refunds.map((row) => readRow(tables.refunds, row)),
    refundLines: held.refundLines.map((row) => readRow(tables.refundLines, row)),
    customers: held.customers.map((row) => readRow(tables.customers, row)),
    contacts: held.contacts.map((row) => readRow(tables.contacts, row)),
  };
}

/** The table's own columns of a row, with moments as they are written everywhere. */
function readRow<Row>(table: tables.Table<Row>, row: Row): Row {
  const read: [string, unknown][] = [];
  for (const column of Object.keys(table.columns)) {
    const value: unknown = Reflect.get(Object(row), column);
    read.push([column, typeof value === 'string' && Reflect.get(table.columns, column) === 'timestamptz' ? new Date(value).toISOString() : value]);
  }
  // The columns are those of the row's own type; building it column by column is what the compiler cannot follow.
  return Object.fromEntries(read) as Row;
}

function namedIn(snapshots: readonly Snapshot[]) {
  const ids = { orders: new Set<string>(), customers: new Set<string>(), checkpoints: new Set<string>(), fulfillments: new Set<string>() };
  for (const snapshot of snapshots) {
    switch (snapshot.kind) {
      case 'order':
        ids.orders.add(snapshot.id);
        if (snapshot.customer) ids.customers.add(snapshot.customer.id);
        break;
      case 'fulfillment':
      case 'order-edited':
        ids.orders.add(snapshot.orderId);
        break;
      case 'refund':
      case 'checkpoint':
        ids.orders.add(snapshot.facts.order_id);
        break;
      case 'customer':
      case 'customer-deleted':
        ids.customers.add(snapshot.id);
        break;
      case 'order-deleted':
        ids.orders.add(snapshot.id);
        break;
      case 'checkpoint-removed':
        ids.checkpoints.add(snapshot.id);
        if (snapshot.fulfillmentId) ids.fulfillments.add(snapshot.fulfillmentId);
        if (snapshot.orderId) ids.orders.add(snapshot.orderId);
        break;
    }
  }
  return ids;
}
