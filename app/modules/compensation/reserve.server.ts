import { randomUUID } from 'node:crypto';
import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { compensationLine } from './compensation-line.ts';
import { refuseCompensation, type Compensation, type LedgerRefusal, type OrderWorth } from './ledger.ts';
import { orderNow } from './order-now.server.ts';
import { readLedger } from './read-ledger.server.ts';

/** What is to be given, and for which chain, whose steps give it. */
export interface Reservation {
  chainId: string;
  /** As Shopify told it just now. */
  worth: OrderWorth;
  wanted: readonly Compensation[];
  /** How far goodwill may go beyond what was paid. */
  goodwillLimit: number;
  source: 'portal' | 'staff' | 'job';
  actor: string | null;
  at: Date;
}

/**
 * Sets aside what a chain is going to give, or says what is left. The order is locked until the caller's transaction ends: of any number
 * of attempts by any road no two count the same money.
 */
export async function reserve(tx: ShopTx, { chainId, worth, wanted, goodwillLimit, source, actor, at }: Reservation): Promise<LedgerRefusal | null> {
  checkForm(wanted);
  const newest = await orderNow(tx, worth, 'locked');
  const entries = await readLedger(tx, worth.orderId);
  const refusal = refuseCompensation(newest, entries, wanted, goodwillLimit);
  if (refusal) return refusal;
  const rows = wanted.map(({ road, amount, lines }) => ({ id: randomUUID(), road, amount, lines }));
  await tx.compensations.createMany({
    data: rows.map(({ id, road, amount }) => ({ id, order_id: worth.orderId, chain_id: chainId, road, currency: worth.currency, amount, created_at: at })),
  });
  await tx.compensation_lines.createMany({
    data: rows.flatMap(({ id, lines }) => lines.map(({ lineId, quantity, amount }) => ({ compensation_id: id, order_line_id: lineId, quantity, amount }))),
  });
  const by = { orderId: worth.orderId, source: source === 'portal' ? ('customer' as const) : source === 'staff' ? ('staff' as const) : ('app' as const), actor };
  await append(tx, rows.map(({ id, road, amount }) => compensationLine('compensation.reserved', { id, road, amount, currency: worth.currency }, { ...by, at })));
  return null;
}

/** Goods are always of lines; money may be of the order as well. Goods that are owed may take less of the order's money than of their lines, where less of it is left. */
function checkForm(wanted: readonly Compensation[]): void {
  for (const { road, amount, lines } of wanted) {
    const whole = lines.every((share) => Number.isSafeInteger(share.amount) && share.amount >= 0 && Number.isSafeInteger(share.quantity) && share.quantity >= 0);
    const goods = lines.reduce((sum, share) => sum + share.amount, 0);
    if (!whole || !Number.isSafeInteger(amount) || amount < 0) throw new Error('A compensation has amounts of whole minor units.');
    if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length) throw new Error('A compensation names a line once.');
    if ((road === 'exchange' && goods !== amount) || (road === 'reship' && goods < amount)) throw new Error('Goods that are given are given for lines.');
  }
}
