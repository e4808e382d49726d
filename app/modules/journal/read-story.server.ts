import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { definitions, isEntryType, type JournalEntry, type NewEntry } from './entries.ts';
import { oncePerReturn } from './once-per-return.ts';
import { oncePerScan } from './once-per-scan.ts';
import { compareLines } from './story-order.ts';

type Row = Awaited<ReturnType<ShopTx['journal']['findMany']>>[number];

const source = z.enum(['shopify', 'customer', 'staff', 'app']);

interface Asked {
  orderId: string;
  /** Facts of this order that are kept elsewhere, in the order they were told; those that have a line of their own are left out. */
  besides?: readonly NewEntry[];
}

/** The story of one order, oldest first, each scan once however many sources told of it; what happened in one moment stands in the order it must have happened, then as it was written. */
export async function readStory(tx: ShopTx, { orderId, besides = [] }: Asked): Promise<JournalEntry[]> {
  const rows = await tx.journal.findMany({ where: { order_id: orderId }, orderBy: { id: 'asc' } });
  const written = new Set(rows.map((row) => row.dedupe_key));
  const unwritten = besides.filter((fact) => !written.has(fact.dedupeKey));
  return oncePerReturn(oncePerScan([...rows.flatMap(readLine), ...unwritten.map(lineOf)].sort(compareLines)));
}

function readLine(row: Row): JournalEntry[] {
  if (!isEntryType(row.type)) return [];
  const definition = definitions[row.type];
  const blank = Object.fromEntries(definition.personalKeys.map((key) => [key, null]));
  const data = definition.data.safeParse({ ...blank, ...z.record(z.string(), z.unknown()).parse(row.data) });
  if (!data.success) return [];
  // The type and its data were checked together above; the compiler cannot carry that pairing through.
  const entry = {
    id: String(row.id),
    type: row.type,
    version: row.version,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    orderId: row.order_id,
    customerId: row.customer_id,
    source: source.parse(row.source),
    actor: row.actor,
    data: data.data,
  };
  return [entry as JournalEntry];
}

function lineOf({ dedupeKey, ...fact }: NewEntry): JournalEntry {
  return { ...fact, id: dedupeKey, version: definitions[fact.type].version, recordedAt: null, customerId: fact.customerId ?? null, actor: fact.actor ?? null };
}
