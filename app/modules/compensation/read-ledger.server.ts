import type { ShopTx } from '#app/platform/db/database.server.ts';
import { calledOff } from './called-off.server.ts';
import type { LedgerEntry, Road } from './ledger.ts';

const roads = new Set<string>(['exchange', 'goodwill', 'refund', 'reship', 'store_credit'] satisfies Road[]);

/** What of an order is given or reserved. */
export async function readLedger(tx: ShopTx, orderId: string): Promise<LedgerEntry[]> {
  const rows = await tx.compensations.findMany({ where: { order_id: orderId, id: { notIn: await calledOff(tx, orderId) }, state: { not: 'released' } }, orderBy: [{ created_at: 'asc' }, { id: 'asc' }] });
  const lines = await tx.compensation_lines.findMany({ where: { compensation_id: { in: rows.map(({ id }) => id) } } });
  return rows.map((row) => ({
    road: roadOf(row.road),
    state: row.state === 'given' ? 'given' : 'reserved',
    inRefunds: row.shopify_id?.startsWith('gid://shopify/Refund/') ?? false,
    amount: Number(row.amount),
    lines: lines.filter((line) => line.compensation_id === row.id).map((line) => ({ lineId: line.order_line_id, quantity: line.quantity, amount: Number(line.amount) })),
  }));
}

/** The road a row of the ledger names. */
export function roadOf(word: string): Road {
  if (!isRoad(word)) throw new Error(`Not a road: ${word}`);
  return word;
}

function isRoad(word: string): word is Road {
  return roads.has(word);
}
