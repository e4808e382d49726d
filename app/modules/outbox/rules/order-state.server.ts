import type { Rule } from './verdict.ts';

/** Nobody hears by themselves of an order that was a test, is cancelled, or was there before us, unless it is of a return: those are begun of older orders, too. */
export const orderState: Rule = async ({ tx }, messages) => {
  const ids = messages.flatMap(({ order_id }) => order_id ?? []);
  const rows = ids.length === 0 ? [] : await tx.orders.findMany({ where: { id: { in: ids } }, select: { id: true, test: true, imported: true, cancelled_at: true, deleted_at: true } });
  const orders = new Map(rows.map((row) => [row.id, row]));
  return ({ order_id, topic }) => {
    const order = order_id === null ? undefined : orders.get(order_id);
    if (order?.test) return { drop: 'test_order', because: 'The order is a test.' };
    if (order?.imported && !/^return[:_]/.test(topic ?? '')) return { drop: 'imported_order', because: 'The order is from before the app was installed.' };
    if (order?.cancelled_at || order?.deleted_at) return { drop: 'cancelled_order', because: 'The order is cancelled.' };
    return 'go';
  };
};
