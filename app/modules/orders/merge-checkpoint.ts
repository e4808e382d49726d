import { doubt, isHistory, type Mirror } from './mirror.ts';
import type { CheckpointRecord, FulfillmentRecord } from './records.ts';
import { scanEntry } from './scan-entry.ts';
import { scanWithoutPerson } from './without-person.ts';
import type { CheckpointRemoved, CheckpointSnapshot } from './snapshots.ts';

/** Adds a scan; a scan never changes. Its fulfillment must be held. */
export function mergeCheckpoint(mirror: Mirror, { facts: told }: CheckpointSnapshot): void {
  if (mirror.checkpoints.get(told.id)) return;
  const facts = mirror.orders.get(told.order_id)?.redacted_at ? scanWithoutPerson(told) : told;
  mirror.checkpoints.put({ ...facts, removed_at: null });
  const imported = isHistory(mirror, facts.happened_at);
  // Old history stays where it is: its scans are many, and the story reads them from here.
  if (!imported || facts.status === 'delivered') mirror.entries.push(scanEntry(facts, { imported }));
}

/** Marks a scan as taken back; one we never saw is remembered as such, so that its late arrival changes nothing. */
export function removeCheckpoint(mirror: Mirror, { id, fulfillmentId, orderId, at }: CheckpointRemoved): void {
  const held = mirror.checkpoints.get(id);
  if (held) {
    if (held.removed_at === null) mirror.checkpoints.put({ ...held, removed_at: at });
    return;
  }
  const fulfillment = fulfillmentId === null ? undefined : mirror.fulfillments.get(fulfillmentId);
  if (!fulfillment) {
    if (orderId !== null && mirror.orders.get(orderId)) doubt(mirror, orderId);
    return;
  }
  const unseen = { message: null, estimated_delivery_at: null, city: null, province: null, country: null, zip: null, latitude: null, longitude: null };
  mirror.checkpoints.put({ ...unseen, id, fulfillment_id: fulfillment.id, order_id: fulfillment.order_id, source: 'shopify', status: 'removed', happened_at: at, removed_at: at });
}

const moving = new Set(['carrier_picked_up', 'in_transit', 'out_for_delivery', 'attempted_delivery', 'delayed', 'delivered']);

/** What the scans say about a fulfillment, read in the order they happened, however late they were told. */
export function progressOf(checkpoints: readonly CheckpointRecord[]): Pick<FulfillmentRecord, 'display_status' | 'in_transit_at' | 'delivered_at' | 'estimated_delivery_at'> {
  const ordered = checkpoints
    .filter(({ removed_at }) => removed_at === null)
    .sort((left, right) => Date.parse(left.happened_at) - Date.parse(right.happened_at) || compareIds(left.id, right.id));
  return {
    display_status: ordered.at(-1)?.status ?? null,
    in_transit_at: ordered.find(({ status }) => moving.has(status))?.happened_at ?? null,
    delivered_at: ordered.findLast(({ status }) => status === 'delivered')?.happened_at ?? null,
    estimated_delivery_at: ordered.findLast(({ estimated_delivery_at }) => estimated_delivery_at !== null)?.estimated_delivery_at ?? null,
  };
}

function compareIds(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}
