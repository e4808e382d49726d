import { after, day, dayIn } from '#app/kernel/time.ts';
import type { Scan } from '#app/modules/carriers/index.server.ts';
import type { OrderJourney } from '#app/modules/orders/index.server.ts';
import type { Journey, Promise } from '#app/modules/promises/index.server.ts';
import { foldScans, type Standing } from './fold-scans.ts';
import { endPromise, keepPromise, type PromiseChange, type PromiseColumns } from './keep-promise.ts';
import type { DeliveryMethod, NumberDoubt, ParcelRecord } from './records.ts';

type Fulfillment = OrderJourney['fulfillments'][number];

/** What is known about one parcel before its row is made. */
export interface ParcelFacts {
  order: OrderJourney;
  fulfillment: Fulfillment;
  shipment: Fulfillment['shipments'][number];
  carrier: string | null;
  numberDoubt: NumberDoubt | null;
  scans: readonly Scan[];
  /** The row as it stood. */
  before: ParcelRecord | null;
  /** What was promised of these goods before this parcel was known: by the number that it replaced, or before they left. */
  promisedBefore: PromiseColumns | null;
  /** The customer's clock, by which a promised day ends. */
  zone: string;
}

/** A parcel's row as it is now, and what its promise did. */
export interface Computed {
  parcel: ParcelRecord;
  standing: Standing;
  promise: PromiseChange;
}

/** After so long without any news nothing more is expected of a parcel. */
const givenUp = 60 * day;

/** When a parcel comes, and what was told of it and has passed. */
interface Reckoning {
  next: Promise | null;
  passed: Promise | null;
}

/** Makes the row of a parcel out of what is known; `reckon` says when it comes, asked only while that is open. */
export function computeParcel(facts: ParcelFacts, reckon: (journey: Journey) => Reckoning, now: Date): Computed {
  const { order, fulfillment, shipment, before } = facts;
  const told = before ?? facts.promisedBefore;
  const standing = foldScans(facts.scans, now);
  const firstCountry = facts.scans.find(({ place, status }) => place.country !== null && status !== null)?.place.country ?? null;
  const journey: Journey = {
    carrier: facts.carrier,
    service: order.service ?? before?.service ?? null,
    origin: firstCountry ?? before?.origin ?? null,
    destination: order.country,
    destinationProvince: order.province,
    placedAt: new Date(order.processed_at),
    shippedAt: new Date(fulfillment.created_at),
    firstScanAt: standing.firstScanAt,
    lastScanAt: standing.lastScanAt,
    status: standing.status,
    told: standing.told ?? (fulfillment.estimated_delivery_at === null ? null : { at: new Date(fulfillment.estimated_delivery_at), source: 'shopify' }),
  };
  const settledAt = settled(facts, standing, now);
  const open = settledAt === null && !standing.goingBack;
  const cameAt = arrivalOf(facts.scans, standing);
  const awaited = open && cameAt === null ? reckon(journey) : null;
  const promised = awaited ? keepPromise(told, awaited.next, dayIn(facts.zone, now), awaited.passed) : endPromise(told, cameAt && dayIn(facts.zone, cameAt));
  const parcel: ParcelRecord = {
    shipment_id: shipment.id,
    order_id: order.id,
    fulfillment_id: fulfillment.id,
    number: shipment.number,
    method: methodOf(facts),
    carrier: facts.carrier,
    number_doubt: facts.numberDoubt,
    service: journey.service,
    origin: journey.origin,
    destination: journey.destination,
    destination_province: journey.destinationProvince,
    status: standing.status,
    cause: standing.cause,
    status_since: standing.since?.toISOString() ?? null,
    attempts: standing.attempts,
    going_back: standing.goingBack,
    placed_at: order.processed_at,
    shipped_at: fulfillment.created_at,
    first_scan_at: standing.firstScanAt?.toISOString() ?? null,
    last_scan_at: standing.lastScanAt?.toISOString() ?? null,
    last_place: standing.lastPlace,
    last_country: standing.lastCountry,
    delivered_at: standing.deliveredAt?.toISOString() ?? null,
    ...promised.columns,
    imported: order.imported,
    settled_at: settledAt?.toISOString() ?? null,
    computed_at: now.toISOString(),
  };
  return { parcel, standing, promise: promised.change };
}

/** When nothing more was expected of the parcel, or null while something is. */
function settled({ order, fulfillment, shipment, scans }: ParcelFacts, standing: Standing, now: Date): Date | null {
  const over = standing.deliveredAt ?? standing.returnedAt;
  if (over) return over;
  if (order.void || fulfillment.status !== 'success') return new Date(fulfillment.updated_at);
  if (shipment.removed_at !== null) return new Date(shipment.removed_at);
  if (standing.cause === 'label_voided') return standing.since;
  const lastNews = scans.reduce((latest, { happenedAt }) => (happenedAt > latest ? happenedAt : latest), new Date(fulfillment.created_at));
  const given = after(lastNews, givenUp);
  return given <= now ? given : null;
}

/** When it was there for its customer: brought, or first laid ready to be fetched, however late it is fetched. */
function arrivalOf(scans: readonly Scan[], { status, since, deliveredAt }: Standing): Date | null {
  const came = status === 'ready_for_pickup' ? since : deliveredAt;
  return came && scans.reduce((first, scan) => (scan.status === 'ready_for_pickup' && scan.happenedAt < first ? scan.happenedAt : first), came);
}

/** Shopify's delivery methods that no carrier scans; a parcel with a number is a carrier's whatever they say. */
const methods: Readonly<Record<string, DeliveryMethod>> = { pick_up: 'pickup', retail: 'pickup', local: 'local', none: 'none' };

function methodOf({ fulfillment, shipment, scans }: ParcelFacts): DeliveryMethod {
  if (!fulfillment.ships) return 'none';
  if (shipment.number !== '') return 'carrier';
  const collected = scans.some(({ source, code }) => source === 'shopify' && (code === 'ready_for_pickup' || code === 'picked_up'));
  if (collected) return 'pickup';
  return methods[fulfillment.method ?? ''] ?? 'carrier';
}
