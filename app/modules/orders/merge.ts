import { mergeCheckpoint, progressOf, removeCheckpoint } from './merge-checkpoint.ts';
import { mergeCustomer, removeCustomer } from './merge-customer.ts';
import { fulfillmentOrStub, mergeFulfillment } from './merge-fulfillment.ts';
import { isStub, mergeOrder, orderOrStub } from './merge-order.ts';
import { mergeRefund } from './merge-refund.ts';
import { isHistory, type Mirror } from './mirror.ts';
import { searchText } from './order-search.ts';
import type { FulfillmentSnapshot, OrderEdited, Removal, Snapshot } from './snapshots.ts';

/** What must be in the mirror before what: within one batch the order of arrival does not matter. */
const rank: Record<Snapshot['kind'], number> = {
  customer: 0,
  'order-deleted': 1,
  'customer-deleted': 1,
  order: 2,
  fulfillment: 3,
  refund: 4,
  'checkpoint-removed': 5,
  checkpoint: 6,
  'order-edited': 7,
};

const toldAt = (snapshot: Snapshot): string => ('updatedAt' in snapshot && snapshot.updatedAt) || '';

/** Merges a batch of news into the part of the mirror it touches. Pure but for the mirror it is given. */
export function mergeSnapshots(mirror: Mirror, snapshots: readonly Snapshot[]): void {
  const sorted = [...snapshots].sort((left, right) => rank[left.kind] - rank[right.kind] || (toldAt(left) < toldAt(right) ? -1 : toldAt(left) > toldAt(right) ? 1 : 0));
  const touched = { orders: new Set<string>(), fulfillments: new Set<string>() };
  for (const snapshot of sorted) mergeOne(mirror, snapshot, touched);
  for (const id of touched.fulfillments) deriveProgress(mirror, id);
  for (const id of touched.orders) deriveOrder(mirror, id);
}

interface Touched {
  orders: Set<string>;
  fulfillments: Set<string>;
}

function mergeOne(mirror: Mirror, snapshot: Snapshot, touched: Touched): void {
  switch (snapshot.kind) {
    case 'customer':
      return mergeCustomer(mirror, snapshot);
    case 'customer-deleted':
      return removeCustomer(mirror, snapshot.id, snapshot.at);
    case 'order-deleted':
      return removeOrder(mirror, snapshot);
    case 'order':
      if (!mergeOrder(mirror, snapshot)) return;
      touched.orders.add(snapshot.id);
      for (const fulfillment of snapshot.fulfillments) mergeKnown(mirror, fulfillment, touched);
      for (const refund of snapshot.refunds) mergeRefund(mirror, refund);
      return;
    case 'fulfillment':
      orderOrStub(mirror, snapshot.orderId);
      return mergeKnown(mirror, snapshot, touched);
    case 'refund':
      // A stub knows no currency; the order itself will bring its refunds.
      if (isStub(orderOrStub(mirror, snapshot.facts.order_id))) return;
      mergeRefund(mirror, snapshot);
      return void touched.orders.add(snapshot.facts.order_id);
    case 'checkpoint': {
      const { fulfillment_id: fulfillmentId, order_id: orderId } = snapshot.facts;
      orderOrStub(mirror, orderId);
      fulfillmentOrStub(mirror, fulfillmentId, orderId);
      mergeCheckpoint(mirror, snapshot);
      return void touched.fulfillments.add(fulfillmentId);
    }
    case 'checkpoint-removed': {
      removeCheckpoint(mirror, snapshot);
      const fulfillmentId = mirror.checkpoints.get(snapshot.id)?.fulfillment_id;
      return void (fulfillmentId && touched.fulfillments.add(fulfillmentId));
    }
    case 'order-edited':
      return noteEdit(mirror, snapshot);
  }
}

function mergeKnown(mirror: Mirror, snapshot: FulfillmentSnapshot, touched: Touched): void {
  mergeFulfillment(mirror, snapshot);
  for (const checkpoint of snapshot.checkpoints) mergeCheckpoint(mirror, checkpoint);
  touched.fulfillments.add(snapshot.id);
  touched.orders.add(snapshot.orderId);
}

/** Scans say where a parcel is; only where we hold none does Shopify's own summary stand. */
function deriveProgress(mirror: Mirror, fulfillmentId: string): void {
  const held = mirror.fulfillments.get(fulfillmentId);
  const checkpoints = mirror.checkpoints.of(fulfillmentId);
  if (!held || checkpoints.length === 0) return;
  const next = { ...held, ...progressOf(checkpoints) };
  const changed = held.display_status !== next.display_status || held.in_transit_at !== next.in_transit_at || held.delivered_at !== next.delivered_at || held.estimated_delivery_at !== next.estimated_delivery_at;
  if (changed) mirror.fulfillments.put(next);
}

/** What an order's row says about its refunds, and the words it is found by. */
function deriveOrder(mirror: Mirror, orderId: string): void {
  const held = mirror.orders.get(orderId);
  if (!held || isStub(held)) return;
  const refunds = mirror.refunds.of(orderId);
  const refunded = refunds.reduce((sum, refund) => sum + refund.amount, 0);
  const refundedPresentment = refunds.reduce((sum, refund) => sum + refund.amount_presentment, 0);
  const search = searchText(mirror, held);
  if (held.refunded !== refunded || held.refunded_presentment !== refundedPresentment || held.search !== search) {
    mirror.orders.put({ ...held, refunded, refunded_presentment: refundedPresentment, search });
  }
}

/** A deleted order stays deleted; one we never held leaves a stub, so that older news cannot bring it to life. */
function removeOrder(mirror: Mirror, { id, at }: Removal): void {
  const held = orderOrStub(mirror, id);
  mirror.unknownOrders.delete(id);
  if (held.deleted_at !== null) return;
  mirror.orders.put({ ...held, deleted_at: at, stale_since: null });
  mirror.entries.push({ type: 'order.deleted', source: 'shopify', orderId: id, happenedAt: new Date(at), data: {}, dedupeKey: `deleted:${id}` });
}

function noteEdit(mirror: Mirror, { orderId, editId, at, added, removed }: OrderEdited): void {
  const held = orderOrStub(mirror, orderId);
  if (held.edited_at === null || held.edited_at < at) mirror.orders.put({ ...held, edited_at: at });
  const data = { imported: isHistory(mirror, at), added, removed };
  mirror.entries.push({ type: 'order.edited', source: 'shopify', orderId, customerId: held.customer_id, happenedAt: new Date(at), data, dedupeKey: `edited:${editId}` });
}
