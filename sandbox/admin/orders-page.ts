import { numericId } from '../world/gid.ts';
import { financialStatus, fulfillmentStatus } from '../world/order-status.ts';
import { orderTotals } from '../world/order-totals.ts';
import type { OrderRecord } from '../world/records.ts';
import type { World } from '../world/index.ts';
import type { Page } from './page.ts';
import { amount, badge, moment } from './wording.ts';

const PER_PAGE = 50;

/** Who ordered, as the admin names them. */
export function buyerName(world: World, order: OrderRecord): string {
  const person = (order.customerId === null ? null : world.customers.get(order.customerId)) ?? order.shippingAddress;
  return [person?.firstName, person?.lastName].filter(Boolean).join(' ') || order.email || 'No customer';
}

function orderRow(world: World, order: OrderRecord) {
  const refunds = world.refunds.where('order', order.id);
  return {
    number: numericId(order.id),
    name: order.name,
    at: moment(order.processedAt, world.shop.ianaTimezone),
    buyer: buyerName(world, order),
    total: amount(orderTotals(order, refunds).currentTotal.shop),
    items: order.lineItems.reduce((sum, line) => sum + line.currentQuantity, 0),
    cancelled: order.cancelledAt !== null,
    payment: badge(financialStatus(order, refunds)),
    fulfillment: badge(fulfillmentStatus(order, world.fulfillmentOrders.where('order', order.id), world.fulfillments.where('order', order.id))),
  };
}

/** The shop's own list of orders, newest first. */
export function ordersPage(world: World, asked: number): Page {
  const pages = Math.max(1, Math.ceil(world.orders.size / PER_PAGE));
  const page = Math.min(Math.max(Number.isInteger(asked) ? asked : 1, 1), pages);
  const newest = [...world.orders.all()].toReversed().slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return {
    template: 'orders',
    title: 'Orders',
    section: 'orders',
    data: { orders: newest.map((order) => orderRow(world, order)), count: world.orders.size, page, pages, earlier: page > 1 ? page - 1 : null, later: page < pages ? page + 1 : null },
  };
}
