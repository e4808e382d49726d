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

const remembered = new WeakMap<Reading['orders'], { revision: string; figures: Map<Gid, CustomerFigures> }>();

/**
 * Counts a customer's orders and what was paid and kept, in shop currency; cancelled and test orders count as Shopify counts them.
 * Remembered until an order or a refund changes: a reading of the whole history asks for the same few customers again and again.
 */
export function customerFigures(world: Pick<Reading, 'orders' | 'refunds'>, customerId: Gid, currency: string): CustomerFigures {
  const revision = `${world.orders.revision}/${world.refunds.revision}`;
  let known = remembered.get(world.orders);
  if (known?.revision !== revision) {
    known = { revision, figures: new Map() };
    remembered.set(world.orders, known);
  }
  const figures = known.figures.get(customerId) ?? workedOut(world, customerId, currency);
  known.figures.set(customerId, figures);
  return figures;
}

function workedOut(world: Pick<Reading, 'orders' | 'refunds'>, customerId: Gid, currency: string): CustomerFigures {
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
