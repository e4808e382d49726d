import type { ParcelStatus } from '#app/modules/carriers/index.server.ts';

/** A calendar day at the destination, `2026-11-24`. */
export type Day = string;

/** Who says so. The carrier knows this parcel; Shopify passes on what its carriers say; `learned` are the shop's own delivered parcels; `rule` is what the merchant promises. */
export type PromiseSource = 'carrier' | 'shopify' | 'learned' | 'rule';

/** When something will come: a day, or a range of days that holds with a known probability. */
export interface Promise {
  from: Day;
  to: Day;
  source: PromiseSource;
  /** What it rests on, to be shown to merchants: lane, samples, days of processing. */
  basis: Readonly<Record<string, string | number>>;
}

/** What a date is reckoned from. Everything but `placedAt` may be unknown. */
export interface Journey {
  /** Key of the carrier. */
  carrier: string | null;
  service: string | null;
  /** Country codes. */
  origin: string | null;
  destination: string | null;
  destinationProvince: string | null;
  placedAt: Date;
  /** When the shop said it left; null for what has not left yet. */
  shippedAt: Date | null;
  firstScanAt: Date | null;
  lastScanAt: Date | null;
  status: ParcelStatus | null;
  /** What the carrier or Shopify told last about the day. */
  told: { at: Date; source: 'carrier' | 'shopify' } | null;
}
