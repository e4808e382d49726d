import type { PeakProfile } from '../profile.ts';

/** Kinds that speak of waiting. */
const noted = ['order_confirmed', 'preparing', 'shipped', 'delay'];

/** A busy time as it begins to be written: a month from today, with what most shops change. */
export function newProfile(today: string): PeakProfile {
  const later = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10);
  return { id: crypto.randomUUID(), name: '', from: today, to: later, endedAt: null, banner: { on: true, text: {} }, arriveBy: '', lastOrders: [], extraDays: 2, carriers: [], notes: Object.fromEntries(noted.map((kind) => [kind, {}])), reviewsOff: true, announcement: { on: false, day: '', text: {} } };
}

/** One part of a form: a profile as it is written, and what is wrong with a field of it. */
export interface ProfilePart {
  profile: PeakProfile;
  errorOf(field: string): string | undefined;
  onChange(part: Partial<PeakProfile>): void;
}
