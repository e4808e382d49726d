import type { ShopTx } from '#app/platform/db/database.server.ts';
import { toHeader, toLine } from './read-order.server.ts';
import type { LineView, OrderHeader } from './views.ts';

/** An order with what is in it. */
export interface CustomersOrder {
  order: OrderHeader;
  lines: LineView[];
}

interface Page {
  /** The last order of the page before, where there was one. */
  before: string | null;
  most: number;
}

/** A customer's own orders, newest first; `next` is where the page after this one begins. What is not theirs begins no page. */
export async function ordersOfCustomer(tx: ShopTx, customerId: string, { before, most }: Page): Promise<{ orders: CustomersOrder[]; next: string | null }> {
  const theirs = { customer_id: customerId, deleted_at: null, fingerprint: { not: '' } };
  const last = before === null ? null : await tx.orders.findFirst({ where: { ...theirs, id: before }, select: { id: true, processed_at: true } });
  const older = last ? { OR: [{ processed_at: { lt: last.processed_at } }, { processed_at: last.processed_at, id: { lt: last.id } }] } : {};
  const rows = await tx.orders.findMany({ where: { ...theirs, ...older }, orderBy: [{ processed_at: 'desc' }, { id: 'desc' }], take: most + 1 });
  const shown = rows.slice(0, most);
  const lines = await tx.order_lines.findMany({ where: { order_id: { in: shown.map(({ id }) => id) } }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  const inOrder = Map.groupBy(lines, ({ order_id }) => order_id);
  const orders = shown.map((row) => {
    const all = (inOrder.get(row.id) ?? []).map((line) => toLine(row, line));
    const kept = all.filter(({ currentQuantity }) => currentQuantity > 0);
    // Of a cancelled order nothing is kept; it is still known by what was in it.
    return { order: toHeader(row), lines: kept.length > 0 ? kept : all };
  });
  return { orders, next: rows.length > most ? (shown.at(-1)?.id ?? null) : null };
}
