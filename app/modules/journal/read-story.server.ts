import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { definitions, isEntryType, type JournalEntry } from './entries.ts';
import { compareLines } from './story-order.ts';

const source = z.enum(['shopify', 'customer', 'staff', 'app']);

/** The lines of one order, oldest first; what happened in one moment stands in the order it must have happened. */
export async function readStory(tx: ShopTx, { orderId }: { orderId: string }): Promise<JournalEntry[]> {
  const rows = await tx.journal.findMany({ where: { order_id: orderId } });
  const known = rows.flatMap((row) => (isEntryType(row.type) ? [{ ...row, type: row.type }] : []));
  return known.sort(compareLines).flatMap((row): JournalEntry[] => {
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
  });
}
