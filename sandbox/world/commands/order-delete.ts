import type { Gid } from '#sandbox/contract.ts';
import { numericId } from '../gid.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

const OFFLINE_GATEWAYS = new Set(['manual', 'bogus', 'cash', 'gift_card', 'shopify_store_credit']);

/** `orderDelete`: only orders that no online gateway has touched can go, and all that hangs on them goes too. */
export function orderDelete(change: Change, input: { orderId: Gid }): { deletedId: Gid | null; userErrors: UserError[] } {
  const order = change.orders.get(input.orderId);
  if (!order) return { deletedId: null, userErrors: [userError(['orderId'], 'Order does not exist', 'NOT_FOUND')] };
  const online = order.transactions.some((row) => !row.test && !OFFLINE_GATEWAYS.has(row.gateway));
  if (online) return { deletedId: null, userErrors: [userError(['orderId'], 'Orders that have interacted with an online gateway can\'t be deleted.', 'INVALID')] };
  for (const record of change.fulfillmentEvents.where('order', order.id)) change.remove('fulfillmentEvents', record.id);
  for (const record of change.fulfillments.where('order', order.id)) change.remove('fulfillments', record.id);
  for (const record of change.fulfillmentOrders.where('order', order.id)) change.remove('fulfillmentOrders', record.id);
  for (const record of change.refunds.where('order', order.id)) change.remove('refunds', record.id);
  for (const record of change.returns.where('order', order.id)) {
    for (const work of change.reverseFulfillmentOrders.where('return', record.id)) {
      for (const delivery of change.reverseDeliveries.where('reverseFulfillmentOrder', work.id)) change.remove('reverseDeliveries', delivery.id);
      change.remove('reverseFulfillmentOrders', work.id);
    }
    change.remove('returns', record.id);
  }
  change.remove('orders', order.id);
  change.emit('orders/delete', order.id, { id: numericId(order.id) });
  return { deletedId: order.id, userErrors: [] };
}
