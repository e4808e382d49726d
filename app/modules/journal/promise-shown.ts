import type { NewEntry } from './entries.ts';

/** A day or a range of days that somebody is shown: of a parcel, or of what has not left (`shipmentId` null). */
export interface ShownPromise {
  shipmentId: string | null;
  from: string;
  to: string;
  source: string;
  /** How often it had moved later by then: what is shown again after another is shown anew. */
  slips: number;
}

/** The line that says what a customer was shown, when and by which way. What is unchanged and shown again by the same way is the same line. */
export function promiseShown(orderId: string, { slips, ...shown }: ShownPromise, where: string, happenedAt: Date): NewEntry {
  const { shipmentId, from, to, source } = shown;
  const dedupeKey = `promise:${shipmentId ?? `order:${orderId}`}:shown:${where}:${from}:${to}:${source}:${slips}`;
  return { type: 'promise.shown', happenedAt, orderId, source: 'app', data: { ...shown, where }, dedupeKey };
}
