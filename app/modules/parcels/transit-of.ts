import { hour } from '#app/kernel/time.ts';
import type { ParcelCause } from '#app/modules/carriers/index.server.ts';
import type { TransitSample } from '#app/modules/promises/index.server.ts';
import type { Computed, ParcelFacts } from './compute-parcel.ts';

/** What held a parcel up for a reason of its own, not of its lane. */
const ofItsOwn: ReadonlySet<ParcelCause> = new Set(['customs', 'payment', 'address', 'refused', 'unclaimed', 'held', 'security', 'damaged']);

/** What a delivered parcel teaches: how long it took, and how long it was silent in between. */
export function transitOf({ parcel, standing, facts }: Pick<Computed, 'parcel' | 'standing'> & { facts: Pick<ParcelFacts, 'scans'> }): TransitSample[] {
  if (standing.deliveredAt === null || parcel.method !== 'carrier' || parcel.number === '') return [];
  const seen = facts.scans
    .filter(({ status, happenedAt }) => status !== null && status !== 'pre_shipment' && happenedAt <= (standing.deliveredAt ?? happenedAt))
    .map(({ happenedAt }) => happenedAt.getTime())
    .sort((left, right) => left - right);
  return [
    {
      shipmentId: parcel.shipment_id,
      carrier: parcel.carrier,
      service: parcel.service,
      origin: parcel.origin,
      destination: parcel.destination,
      destinationProvince: parcel.destination_province,
      placedAt: new Date(parcel.placed_at),
      shippedAt: new Date(parcel.shipped_at),
      firstScanAt: standing.firstScanAt,
      deliveredAt: standing.deliveredAt,
      firstPromisedTo: parcel.first_promised_to,
      silences: seen.slice(1).map((at, index) => (at - (seen[index] ?? at)) / hour),
      excepted: facts.scans.some(({ status, cause }) => (status === 'exception' || status === 'attempted') && cause !== null && ofItsOwn.has(cause)),
    },
  ];
}
