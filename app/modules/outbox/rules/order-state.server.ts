import type { Rule } from './verdict.ts';

/** Nobody hears by themselves of an order that was a test, is cancelled, or was there before us. */
export const orderState: Rule = async ({ tx }, { order_id }) => {
  const order = order_id === null ? null : await tx.orders.findFirst({ where: { id: order_id }, select: { test: true, imported: true, cancelled_at: true, deleted_at: true } });
  if (order?.test) return { drop: 'test_order', because: 'The order is a test.' };
  if (order?.imported) return { drop: 'imported_order', because: 'The order is from before the app was installed.' };
  if (order?.cancelled_at || order?.deleted_at) return { drop: 'cancelled_order', because: 'The order is cancelled.' };
  return 'go';
};
