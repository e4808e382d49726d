import { compareTellings, fillGaps, fingerprint, isSettled, told } from './compare-tellings.ts';
import { doubt, isHistory, type Mirror } from './mirror.ts';
import type { FulfillmentRecord, Instant } from './records.ts';
import type { FulfillmentSnapshot } from './snapshots.ts';

/** Takes a fulfillment with its lines and parcels into the mirror; newest `updated_at` wins. Its order must be held. */
export function mergeFulfillment(mirror: Mirror, snapshot: FulfillmentSnapshot): void {
  const kept = mirror.fulfillments.get(snapshot.id);
  const held = kept && kept.fingerprint !== '' ? kept : undefined;
  const linesHeld = mirror.fulfillmentLines.of(snapshot.id).length > 0;
  // Its lines are fixed when it is made, and not every road tells them: they do not make a telling another.
  const print = fingerprint([snapshot.facts, snapshot.parcels]);
  const relation = held ? compareTellings(held, { ...snapshot, fingerprint: print }) : 'newer';

  if (relation === 'newer') {
    const next = { ...(held ?? blankFulfillment(mirror, snapshot.id, snapshot.orderId)), ...snapshot.facts, ...told(snapshot.extras), updated_at: snapshot.updatedAt, fingerprint: print };
    mirror.fulfillments.put(next);
    // What a reading without lines brought was not told yet; a webhook always has them.
    mergeParcels(mirror, snapshot, held !== undefined && (linesHeld || snapshot.readAt === null));
    tellCancelled(mirror, held ?? null, next);
  } else if (relation === 'same' && held) {
    const filled = fillGaps(held, snapshot.extras, isSettled(snapshot));
    if (filled) mirror.fulfillments.put(filled);
  } else if (relation === 'tie') {
    doubt(mirror, snapshot.orderId);
  }
  // No webhook tells how goods without a tracking number reach their customer.
  const { method } = mirror.fulfillments.get(snapshot.id) ?? { method: null };
  if (method === null && snapshot.readAt === null && !held && snapshot.parcels.every(({ number }) => number === '')) mirror.doubtedOrders.add(snapshot.orderId);
  mergeLines(mirror, snapshot);
  if (!linesHeld) tellCreated(mirror, snapshot);
}

/** The fulfillment a scan belongs to; where it is not held, a stub keeps its place until it is told or read. */
export function fulfillmentOrStub(mirror: Mirror, id: string, orderId: string): void {
  const held = mirror.fulfillments.get(id);
  if (!held) mirror.fulfillments.put(blankFulfillment(mirror, id, orderId));
  if (!held || held.fingerprint === '') mirror.unknownOrders.add(orderId);
}

function blankFulfillment(mirror: Mirror, id: string, orderId: string): FulfillmentRecord {
  return {
    id,
    order_id: orderId,
    name: null,
    status: '',
    created_at: mirror.now,
    display_status: null,
    service: null,
    location_name: null,
    method: null,
    updated_at: mirror.now,
    in_transit_at: null,
    delivered_at: null,
    estimated_delivery_at: null,
    fingerprint: '',
  };
}

function mergeLines(mirror: Mirror, { id, orderId, lines, readAt }: FulfillmentSnapshot): void {
  for (const line of lines ?? []) {
    if (!mirror.lines.get(line.order_line_id)) {
      // A line an edit added may be told here before the order itself tells it.
      if (readAt === null && mirror.lines.of(orderId).length > 0) doubt(mirror, orderId);
    } else if (mirror.fulfillmentLines.get(`${id}/${line.order_line_id}`)?.quantity !== line.quantity) {
      mirror.fulfillmentLines.put({ fulfillment_id: id, ...line });
    }
  }
}

/** A number that is no longer told was replaced or removed by the merchant; its parcel stays, marked. The story tells of it once it knows the fulfillment. */
function mergeParcels(mirror: Mirror, snapshot: FulfillmentSnapshot, inStory: boolean): void {
  const parcels = snapshot.parcels.length > 0 ? snapshot.parcels : [{ carrier: null, number: '', url: null }];
  const numbers = new Set(parcels.map(({ number }) => number));
  const before = mirror.shipments.of(snapshot.id);
  for (const shipment of before) {
    if (numbers.has(shipment.number) || shipment.removed_at !== null) continue;
    mirror.shipments.put({ ...shipment, removed_at: snapshot.updatedAt });
    if (inStory && shipment.number !== '') tellParcel(mirror, snapshot, 'shipment.removed', shipment, snapshot.updatedAt);
  }
  parcels.forEach((parcel, position) => {
    const held = mirror.shipments.get(`${snapshot.id}/${parcel.number}`);
    const addedAt = held && held.removed_at === null ? held.added_at : before.length > 0 ? snapshot.updatedAt : null;
    mirror.shipments.put({ ...parcel, fulfillment_id: snapshot.id, order_id: snapshot.orderId, position, removed_at: null, added_at: addedAt });
    if (inStory && parcel.number !== '' && (!held || held.removed_at !== null)) tellParcel(mirror, snapshot, 'shipment.added', parcel, snapshot.updatedAt);
  });
}

function tellParcel(mirror: Mirror, snapshot: FulfillmentSnapshot, type: 'shipment.added' | 'shipment.removed', parcel: { number: string; carrier: string | null }, at: Instant): void {
  mirror.entries.push({
    type,
    source: 'shopify',
    orderId: snapshot.orderId,
    happenedAt: new Date(at),
    data: { imported: isHistory(mirror, at), fulfillmentId: snapshot.id, number: parcel.number, carrier: parcel.carrier },
    dedupeKey: `${type}:${snapshot.id}:${parcel.number}:${at}`,
  });
}

/** Waits until its lines are known: a line of the journal is never changed afterwards. */
function tellCreated(mirror: Mirror, { id, orderId, facts, lines, parcels }: FulfillmentSnapshot): void {
  if (lines === null) return;
  const items = lines.reduce((sum, line) => sum + line.quantity, 0);
  const numbers = parcels.map(({ number }) => number).filter((number) => number !== '');
  const data = { imported: isHistory(mirror, facts.created_at), fulfillmentId: id, name: facts.name, items, carrier: parcels[0]?.carrier ?? null, numbers };
  mirror.entries.push({ type: 'fulfillment.created', source: 'shopify', orderId, happenedAt: new Date(facts.created_at), data, dedupeKey: `fulfillment:${id}` });
}

function tellCancelled(mirror: Mirror, before: FulfillmentRecord | null, now: FulfillmentRecord): void {
  if (now.status !== 'cancelled' || before?.status === 'cancelled') return;
  const data = { imported: isHistory(mirror, now.updated_at), fulfillmentId: now.id, name: now.name };
  mirror.entries.push({ type: 'fulfillment.cancelled', source: 'shopify', orderId: now.order_id, happenedAt: new Date(now.updated_at), data, dedupeKey: `fulfillment-cancelled:${now.id}` });
}
