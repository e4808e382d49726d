import type { Gid } from '#sandbox/contract.ts';
import { addBags, money, zeroBag } from './money.ts';
import { orderTotals } from './order-totals.ts';
import type { Money, OrderRecord } from './records.ts';
import type { Reading } from './world.ts';

/** What a customer's orders add up to. */
export interface CustomerFigures {
  numberOfOrders: number;
  amountSpent: Money;
  lastOrder: OrderRecord | null;
}

/** Counts a customer's orders and what was paid and kept, in shop currency; cancelled and test orders count as Shopify counts them. */
export function customerFigures(world: Pick<Reading, 'orders' | 'refunds'>, customerId: Gid, currency: string): CustomerFigures {
  const orders = world.orders.where('customer', customerId);
  let spent = zeroBag(currency, currency);
  let lastOrder: OrderRecord | null = null;
  for (const order of orders) {
    if (lastOrder === null || order.processedAt >= lastOrder.processedAt) lastOrder = order;
    if (order.test) continue;
    const { netPayment } = orderTotals(order, world.refunds.where('order', order.id));
    spent = addBags(spent, { shop: netPayment.shop, presentment: netPayment.shop });
  }
  return { numberOfOrders: orders.length, amountSpent: money(spent.shop.minor, currency), lastOrder };
}
