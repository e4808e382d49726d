import { after, day as oneDay } from '#app/kernel/time.ts';
import type { Learned } from './knowledge.ts';
import { countWeekday, learn, startLearning, startWeeks, transitSoFar, weeksOf, type Learning, type Reading } from './learning.ts';
import type { TransitSample } from './transit-sample.ts';

/** What was known of transit when a parcel left. */
export type KnownThen = Pick<Learned, 'transit' | 'weeks'>;

/** The part of the parcels, the oldest, that is learned from before the first is tried. */
const older = 0.7;
/** What was learned is looked at so often while it grows, so that ranges are tried on parcels they were not learned from. */
const looks = 20;

/**
 * Sends parcels once more, in the order they left. The older ones are learned from; each of the rest is shown to `visit` with what was known
 * when it left. `relearnDays` says how often that is brought up to date with what was delivered meanwhile; with null it stays as it was.
 */
export function replay<Sample extends TransitSample>(samples: readonly Sample[], reading: Reading, relearnDays: number | null, visit: (sample: Sample, known: KnownThen) => void): { trained: number } {
  const usable = samples.filter(({ excepted }) => !excepted);
  const sent = [...usable].sort((left, right) => left.shippedAt.getTime() - right.shippedAt.getTime());
  const tried = sent.slice(Math.floor(sent.length * older));
  const begins = tried[0]?.shippedAt;
  if (!begins) return { trained: 0 };
  const delivered = [...usable].sort((left, right) => left.deliveredAt.getTime() - right.deliveredAt.getTime());
  const known = delivered.findIndex(({ deliveredAt }) => deliveredAt >= begins);
  const learning = learnInOrder(delivered.slice(0, known), reading);

  let now = { transit: transitSoFar(learning), weeks: learning.weeks };
  let next = known;
  let upTo = begins;
  for (const sample of tried) {
    if (relearnDays !== null && sample.shippedAt.getTime() - upTo.getTime() >= relearnDays * oneDay) {
      upTo = after(upTo, Math.floor((sample.shippedAt.getTime() - upTo.getTime()) / oneDay) * oneDay);
      for (let done = delivered[next]; done && done.deliveredAt < upTo; done = delivered[next]) {
        learn(learning, done, now.transit);
        next += 1;
      }
      now = { ...now, transit: transitSoFar(learning) };
    }
    visit(sample, now);
  }
  return { trained: known };
}

/** Learns from parcels in the order they were delivered, stopping now and then to see what it knows. */
export function learnInOrder(samples: readonly TransitSample[], reading: Reading): Learning {
  const weeks = startWeeks();
  for (const sample of samples) countWeekday(weeks, sample, reading);
  const learning = startLearning(reading, weeksOf(weeks));
  const pause = Math.max(50, Math.ceil(samples.length / looks));
  let known: Learned['transit'] | null = null;
  for (const [at, sample] of samples.entries()) {
    if (at > 0 && at % pause === 0) known = transitSoFar(learning);
    learn(learning, sample, known);
  }
  return learning;
}
