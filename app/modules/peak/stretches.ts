import { spanOf, type Span } from './in-force.ts';
import type { PeakProfile } from './profile.ts';

/** A time in which parcels take longer. */
export interface Stretch extends Span {
  /** What the merchant calls it. */
  name: string;
  /** Days on which parcels are delivered, more than usual. */
  extraDays: number;
  /** Those of some carriers, in place of the others. */
  carriers: readonly { carrier: string; extraDays: number }[];
}

/** The stretches of a merchant's plan. */
export function stretchesOf(profiles: readonly Pick<PeakProfile, 'name' | 'extraDays' | 'carriers' | 'from' | 'to' | 'endedAt'>[], zone: string): Stretch[] {
  return profiles.map(({ name, extraDays, carriers, ...dates }) => ({ name, extraDays, carriers, ...spanOf(dates, zone) }));
}

/** As far as it matters, how a parcel goes. */
interface Course {
  /** Key of the carrier, where one is known. */
  carrier: string | null;
  placedAt: Date;
  shippedAt: Date | null;
}

/**
 * The stretch that a parcel takes longest by: one in which its order was placed, waited or left. What has left before is not slowed in
 * hindsight, and what was promised in a stretch stands when it is over.
 */
export function stretchFor(stretches: readonly Stretch[], { carrier, placedAt, shippedAt }: Course, now: Date): { name: string; extraDays: number } | null {
  const last = shippedAt ?? now;
  return stretches
    .filter(({ from, until }) => from <= last && placedAt < until)
    .map(({ name, extraDays, carriers }) => ({ name, extraDays: carriers.find((own) => own.carrier === carrier)?.extraDays ?? extraDays }))
    .reduce<{ name: string; extraDays: number } | null>((worst, one) => (one.extraDays > (worst?.extraDays ?? 0) ? one : worst), null);
}
