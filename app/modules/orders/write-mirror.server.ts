import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Mirror } from './mirror.ts';
import * as tables from './tables.ts';

/** Writes what a merge changed: one statement a table, in an order the keys between them allow. */
export async function writeMirror(tx: ShopTx, mirror: Mirror): Promise<void> {
  await writeRows(tx, tables.customers, mirror.customers.changed());
  await writeRows(tx, tables.contacts, mirror.contacts.changed());
  await writeRows(tx, tables.orders, mirror.orders.changed());
  await writeRows(tx, tables.lines, mirror.lines.changed());
  await writeRows(tx, tables.fulfillments, mirror.fulfillments.changed());
  await writeRows(tx, tables.fulfillmentLines, mirror.fulfillmentLines.changed());
  await writeRows(tx, tables.shipments, mirror.shipments.changed());
  await writeRows(tx, tables.checkpoints, mirror.checkpoints.changed());
  await writeRows(tx, tables.refunds, mirror.refunds.changed());
  await writeRows(tx, tables.refundLines, mirror.refundLines.changed());
}

async function writeRows<Row>(tx: ShopTx, table: tables.Table<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await runInBulk(tx, upsert(table), [JSON.stringify(rows)], `mirror-${table.name}`);
}

const statements = new Map<string, string>();

/** The statement of a table. It is made of the names in `tables.ts` alone; every value travels in the one parameter. */
function upsert<Row>({ name, key, columns }: tables.Table<Row>): string {
  const known = statements.get(name);
  if (known) return known;
  const names = Object.keys(columns);
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${String(type)}`);
  const update = names.filter((column) => !key.some((part) => part === column)).map((column) => `${column} = excluded.${column}`);
  const list = names.join(', ');
  const statement = `insert into ${name} (${list}) select ${list} from json_to_recordset($1::json) as r(${typed.join(', ')})
    on conflict (shop_id, ${key.join(', ')}) do update set ${update.join(', ')}`;
  statements.set(name, statement);
  return statement;
}
