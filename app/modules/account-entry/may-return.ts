import type { CustomersOrder } from '#app/modules/orders/index.server.ts';

/** True where something of an order reached its customer or is on its way, so that the portal has something to take back. Whether it is open is for the shop to say. */
export function mayReturn({ order, lines }: CustomersOrder): boolean {
  return order.cancelledAt === null && lines.some(({ currentQuantity, unfulfilledQuantity }) => currentQuantity > unfulfilledQuantity);
}
