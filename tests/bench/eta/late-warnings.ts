import { deliveryHours, type DeliveryCalendar } from '../../../app/modules/promises/delivery-calendar.ts';
import { shareAbove, type Curve } from '../../../app/modules/promises/distribution.ts';
import { quantile } from '../figures.ts';

/** A parcel that was tried: how it went, and what its lane was known to do when it left. Times are local, in days since 1970. */
export interface TriedParcel {
  curve: Curve;
  calendar: DeliveryCalendar;
  shipped: number;
  arrived: number;
  /** The day that was promised. */
  promised: number;
}

/** Warnings of one rule: how many, how many of them were right, and how many days of the promise were left when they came. */
export interface Warnings {
  count: number;
  precision: number;
  recall: number;
  daysLeft: number;
}

export interface Comparison {
  days: number;
  ours: Warnings;
  fixed: Warnings;
  /** Warnings of the fixed rule that came when the promised day was over: they only say what everybody sees, and are not counted. */
  tooLate: number;
}

/** A parcel comes late when it arrives after the promised day. */
export function isLate({ arrived, promised }: TriedParcel): boolean {
  return Math.floor(arrived) > promised;
}

/**
 * Our warnings against those of a rule that warns once a parcel is so many days under way, at the same number of warnings. Only warnings that
 * come before the promised day is over count, for both. We look at every parcel when it leaves and each midnight it is still under way, the
 * one that begins the promised day being the last, and warn the first time its chance of coming late is above what gives this many warnings.
 */
export function compareWithFixed(parcels: readonly TriedParcel[], days: number): Comparison {
  const late = parcels.filter(isLate).length;
  const overdue = parcels.filter(({ shipped, arrived }) => arrived > shipped + days);
  const inTime = overdue.filter(({ shipped, promised }) => Math.floor(shipped + days) <= promised);
  const ranked = parcels.map((parcel) => ({ parcel, chance: chanceAtLastLook(parcel) })).sort((left, right) => right.chance - left.chance);
  const warned = ranked.slice(0, inTime.length);
  const threshold = warned.at(-1)?.chance ?? 1;
  return {
    days,
    ours: judge(warned.map(({ parcel }) => ({ parcel, at: firstLookAbove(parcel, threshold) })), late),
    fixed: judge(inTime.map((parcel) => ({ parcel, at: parcel.shipped + days })), late),
    tooLate: overdue.length - inTime.length,
  };
}

function judge(warnings: readonly { parcel: TriedParcel; at: number }[], late: number): Warnings {
  const right = warnings.filter(({ parcel }) => isLate(parcel));
  const left = right.map(({ parcel, at }) => parcel.promised + 1 - at).sort((one, other) => one - other);
  return {
    count: warnings.length,
    precision: right.length / Math.max(1, warnings.length),
    recall: right.length / Math.max(1, late),
    daysLeft: left.length > 0 ? quantile(left, 0.5) : 0,
  };
}

/** The chance of coming late grows with every look, as it has not arrived yet. */
function chanceAtLastLook(parcel: TriedParcel): number {
  return chanceOfLate(parcel, Math.max(parcel.shipped, Math.min(parcel.promised, Math.floor(parcel.arrived))));
}

function firstLookAbove(parcel: TriedParcel, threshold: number): number {
  const last = Math.min(parcel.promised, Math.floor(parcel.arrived));
  for (let look = parcel.shipped; look < last; look = Math.floor(look) + 1) if (chanceOfLate(parcel, look) >= threshold) return look;
  return Math.max(parcel.shipped, last);
}

function chanceOfLate({ curve, calendar, shipped, promised }: TriedParcel, at: number): number {
  if (shipped >= promised + 1) return 1;
  return shareAbove(curve, deliveryHours(calendar, shipped, promised + 1)) / shareAbove(curve, deliveryHours(calendar, shipped, at));
}
