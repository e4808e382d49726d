import { runInBulk, type ShopTx, type Statement } from '#app/platform/db/database.server.ts';
import { definitions, type NewEntry } from './entries.ts';

const insert = `
  with told as (
    insert into journal (type, version, happened_at, order_id, customer_id, source, actor, data, dedupe_key)
    select type, version, happened_at, order_id, customer_id, source, actor, data, dedupe_key
      from json_to_recordset($1::json) as r(type text, version int, happened_at timestamptz, order_id text,
           customer_id text, source text, actor text, data jsonb, dedupe_key text)
    on conflict (shop_id, dedupe_key) do nothing returning 1)
  select count(*)::int as lines from told`;

/** Adds lines in the caller's transaction; a line whose fact is already told is left out. Answers how many are new. */
export async function append(tx: ShopTx, entries: readonly NewEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const { text, values, name } = appending(entries);
  const [told] = await runInBulk<{ lines: number }>(tx, text, values, name);
  return told?.lines ?? 0;
}

/** The statement that adds lines. */
export function appending(entries: readonly NewEntry[]): Statement {
  const rows = entries.map((entry) => ({
    type: entry.type,
    version: definitions[entry.type].version,
    happened_at: entry.happenedAt,
    order_id: entry.orderId,
    customer_id: entry.customerId ?? null,
    source: entry.source,
    actor: entry.actor ?? null,
    data: definitions[entry.type].data.parse(entry.data),
    dedupe_key: entry.dedupeKey,
  }));
  return { name: 'journal-append', text: insert, values: [JSON.stringify(rows)] };
}
