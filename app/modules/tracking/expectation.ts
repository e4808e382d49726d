import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import { parcelFace } from './parcel-face.ts';
import type { TrackingKey } from './words.ts';

type PromiseOf = NonNullable<ParcelStory['promise']>;

/** What a parcel's dates say today. */
export type Expectation =
  | { kind: 'arrived'; at: Date; late: Day | null }
  /** It turned round, or waits to be fetched: no day is awaited. `missed`: the last one that passed before that. */
  | { kind: 'since'; at: Date; missed: Day | null }
  | { kind: 'expected'; promise: PromiseOf; first: Day | null; reason: TrackingKey | null }
  /** A day passed without delivery; `promise` is the new one, where there is one. */
  | { kind: 'missed'; promised: Day; promise: PromiseOf | null; reason: TrackingKey | null };

/** Reads the dates of a parcel on a day at its destination. A day that was missed is always told; it stays once the parcel came. */
export function expectationOf(story: ParcelStory, today: Day): Expectation | null {
  const { promise, missedTo, deliveredAt, cause } = story;
  const face = parcelFace(story);
  if (story.method === 'none') return null;
  if (face.tone === 'done') return deliveredAt && { kind: 'arrived', at: deliveredAt, late: missedTo };
  if (face.step === null) {
    const at = story.returnedAt ?? story.since;
    return at && { kind: 'since', at, missed: missedTo };
  }
  if (story.status === 'ready_for_pickup') return story.since && { kind: 'since', at: story.since, missed: missedTo };
  const reason: TrackingKey | null = cause ? `eventCause.${cause}` : null;
  const passed = promise && promise.to < today ? promise.to : null;
  const promised = passed ?? missedTo;
  if (promised) return { kind: 'missed', promised, promise: passed ? null : promise, reason };
  if (!promise) return null;
  const moved = story.slips > 0 && story.firstPromisedTo !== null && story.firstPromisedTo < promise.to;
  return { kind: 'expected', promise, first: moved ? story.firstPromisedTo : null, reason: moved ? reason : null };
}
