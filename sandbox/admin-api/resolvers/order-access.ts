import type { Gid } from '#sandbox/contract.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import type { AdminContext } from '../context.ts';

/** Whether the caller may see an order: without `read_all_orders` only those of the last 60 days. */
export function seesOrder(order: OrderRecord, context: AdminContext): boolean {
  return context.ordersVisibleSince === null || Date.parse(order.createdAt) >= context.ordersVisibleSince.getTime();
}

/** An order the caller may see, or null. */
export function visibleOrder(id: Gid | null, context: AdminContext): OrderRecord | null {
  const order = id === null ? null : context.world.orders.get(id);
  return order && seesOrder(order, context) ? order : null;
}

/** An order that must be there because a record the caller may see belongs to it. */
export function orderOf(record: { orderId: Gid }, context: AdminContext): OrderRecord {
  const order = context.world.orders.get(record.orderId);
  if (!order) throw new Error(`no order ${record.orderId}`);
  return order;
}
