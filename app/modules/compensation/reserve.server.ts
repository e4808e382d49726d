import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { compensationLine } from './compensation-line.ts';
import { refuseCompensation, type Compensation, type LedgerRefusal, type OrderWorth } from './ledger.ts';
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
  const mirrored = await lockOrder(tx, worth.orderId);
  if (mirrored.currency !== worth.currency) throw new Error(`Order ${worth.orderId} is in ${mirrored.currency}, not in ${worth.currency}.`);
  const entries = await readLedger(tx, worth.orderId);
  const newest: OrderWorth = {
    ...worth,
    refunded: Math.max(worth.refunded, mirrored.refunded),
    lines: worth.lines.map((line) => ({ ...line, gone: Math.max(line.gone, mirrored.gone.get(line.lineId) ?? 0) })),
  };
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

/** Goods are always of lines; money may be of the order as well. */
function checkForm(wanted: readonly Compensation[]): void {
  for (const { road, amount, lines } of wanted) {
    const whole = lines.every((share) => Number.isSafeInteger(share.amount) && share.amount >= 0 && Number.isSafeInteger(share.quantity) && share.quantity >= 0);
    const goods = lines.reduce((sum, share) => sum + share.amount, 0);
    if (!whole || !Number.isSafeInteger(amount) || amount < 0) throw new Error('A compensation has amounts of whole minor units.');
    if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length) throw new Error('A compensation names a line once.');
    if ((road === 'exchange' || road === 'reship') && goods !== amount) throw new Error('Goods that are given are given for lines.');
  }
}

/** Keeps everybody else from giving anything for this order, and reads what the mirror knows is gone. */
async function lockOrder(tx: ShopTx, orderId: string): Promise<{ currency: string; refunded: number; gone: ReadonlyMap<string, number> }> {
  const [order] = await tx.$queryRaw<{ presentment_currency: string; refunded_presentment: bigint }[]>`
    select presentment_currency, refunded_presentment from orders where id = ${orderId} for no key update`;
  if (!order) throw notFound('order');
  const lines = await tx.order_lines.findMany({ where: { order_id: orderId }, select: { id: true, quantity: true, current_quantity: true } });
  return {
    currency: order.presentment_currency,
    refunded: Number(order.refunded_presentment),
    gone: new Map(lines.map((line) => [line.id, line.quantity - line.current_quantity])),
  };
}
