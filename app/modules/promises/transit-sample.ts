import type { Day } from './promise.ts';
import type { Lane } from './lane.ts';

/** A delivered parcel, as far as something can be learned from it. */
export interface TransitSample {
  /** Decimal text. */
  shipmentId: string;
  carrier: string | null;
  service: string | null;
  origin: string | null;
  destination: string | null;
  destinationProvince: string | null;
  placedAt: Date;
  shippedAt: Date;
  firstScanAt: Date | null;
  deliveredAt: Date;
  /** The first date the customer was told. */
  firstPromisedTo: Day | null;
  /** Hours between one scan and the next, in order. */
  silences: readonly number[];
  /** True where something went wrong that says nothing of the lane: customs, a wrong address. */
  excepted: boolean;
}

/** The most exact lane of a parcel. */
export function laneOf(parcel: Pick<TransitSample, 'carrier' | 'service' | 'origin' | 'destination' | 'destinationProvince'>): Lane {
  const { carrier, service, origin, destination, destinationProvince } = parcel;
  return {
    carrier: carrier || null,
    service: service || null,
    origin: origin || null,
    destination: destination && destinationProvince ? `${destination}-${destinationProvince}` : destination || null,
  };
}
