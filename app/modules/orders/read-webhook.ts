import { readWebhookCustomer } from './read-webhook-customer.ts';
import { readWebhookCheckpoint, readWebhookFulfillment } from './read-webhook-fulfillment.ts';
import { readWebhookOrder } from './read-webhook-order.ts';
import { readWebhookRefund } from './read-webhook-refund.ts';
import type { Snapshot } from './snapshots.ts';
import { checkpointRemovedShape, checkpointShape, customerShape, fulfillmentShape, orderEditShape, orderShape, refundShape, removedShape } from './webhook-shapes.ts';

/** The news in one webhook; throws on a body that is not what its topic promises. */
export const webhookReaders: Record<string, (body: unknown, at: Date) => Snapshot[]> = {
  'orders/create': readOrder,
  'orders/updated': readOrder,
  'orders/cancelled': readOrder,
  'orders/edited': readEdit,
  'orders/delete': (body, at) => [{ kind: 'order-deleted', id: removedShape.parse(body).id, at: at.toISOString() }],
  'fulfillments/create': readFulfillment,
  'fulfillments/update': readFulfillment,
  'fulfillment_events/create': (body) => [readWebhookCheckpoint(checkpointShape.parse(body))],
  'fulfillment_events/delete': readRemovedCheckpoint,
  'refunds/create': readRefund,
  'customers/create': (body) => [readWebhookCustomer(customerShape.parse(body))],
  'customers/update': (body) => [readWebhookCustomer(customerShape.parse(body))],
  'customers/delete': (body, at) => [{ kind: 'customer-deleted', id: removedShape.parse(body).id, at: at.toISOString() }],
};

function readOrder(body: unknown): Snapshot[] {
  return [readWebhookOrder(orderShape.parse(body))];
}

function readFulfillment(body: unknown): Snapshot[] {
  return [readWebhookFulfillment(fulfillmentShape.parse(body))];
}

/** The order's own webhook follows with the same refund; where this one cannot be read exactly, that one is. */
function readRefund(body: unknown): Snapshot[] {
  const payload = refundShape.parse(body);
  const money = payload.refund_line_items?.[0]?.subtotal_set;
  const refund = readWebhookRefund(payload, money?.shop_money.currency_code ?? null, money?.presentment_money.currency_code ?? null);
  return refund ? [refund] : [];
}

function readRemovedCheckpoint(body: unknown, at: Date): Snapshot[] {
  const { id, fulfillment_id: fulfillmentId, order_id: orderId } = checkpointRemovedShape.parse(body);
  return [{ kind: 'checkpoint-removed', id: `shopify:${id}`, fulfillmentId: fulfillmentId ?? null, orderId: orderId ?? null, at: at.toISOString() }];
}

function readEdit(body: unknown, at: Date): Snapshot[] {
  const { order_edit: edit } = orderEditShape.parse(body);
  const count = (lines: { delta: number }[]) => lines.reduce((sum, { delta }) => sum + Math.abs(delta), 0);
  const committed = edit.committed_at ?? edit.created_at;
  return [
    {
      kind: 'order-edited',
      orderId: edit.order_id,
      editId: edit.id,
      at: (committed ? new Date(committed) : at).toISOString(),
      added: count(edit.line_items.additions),
      removed: count(edit.line_items.removals),
    },
  ];
}
