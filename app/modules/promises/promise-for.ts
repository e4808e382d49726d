import { stretchFor } from '#app/modules/peak/index.pure.ts';
import { addOpenDays } from './business-days.ts';
import { dayNumberIn, dayOfNumber, type DayNumber } from './calendar-day.ts';
import { destinationZone } from './destination-zone.ts';
import { worstDisruption } from './disruptions.ts';
import type { PromiseKnowledge } from './knowledge.ts';
import { learnedEstimate } from './learned-estimate.ts';
import type { Journey, Promise, PromiseSource } from './promise.ts';
import { deliveryDays, ruleEstimate } from './rule-estimate.ts';
import { toldDay } from './told-day.ts';

/** A range before it is put into a promise. `missed` is the day that passed, where this is the next best estimate after it. */
interface Estimate {
  from: DayNumber;
  to: DayNumber;
  source: PromiseSource;
  basis: Record<string, string | number>;
  missed?: DayNumber;
}

/** Where a parcel stands still until somebody acts, nobody can reckon a day; only what was told is passed on. */
const standing: readonly (string | null)[] = ['exception', 'expired'];
const arrived: readonly (string | null)[] = ['delivered', 'ready_for_pickup'];

/**
 * When it will come, by the first source the merchant believes that still names a day to come; null where nobody can say or nothing is
 * awaited. The same range stands until it has passed. After that it is the best guess for a parcel that has not arrived by now, and
 * `basis.missed` says which day passed. No range begins before today.
 */
export function promiseFor(journey: Journey, knowledge: PromiseKnowledge, now: Date): Promise | null {
  if (arrived.includes(journey.status)) return null;
  const zone = destinationZone(journey.destination, knowledge.zone, journey.destinationProvince);
  const today = dayNumberIn(zone, now);
  if (journey.status === 'out_for_delivery' && journey.lastScanAt && dayNumberIn(zone, journey.lastScanAt) === today) {
    return promise({ from: today, to: today, source: 'carrier', basis: { scan: journey.status } }, today);
  }
  const sources = knowledge.rules.sources.filter((source) => !standing.includes(journey.status) || source === 'carrier' || source === 'shopify');
  const missed: DayNumber[] = [];
  for (const source of sources) {
    const estimate = estimateBy(source, journey, knowledge, now, zone);
    if (estimate && estimate.to >= today) return promise({ ...estimate, missed: missed[0] }, today);
    if (estimate) missed.push(estimate.to);
    if (estimate && source === 'learned') break;
  }
  if (missed.length === 0 || standing.includes(journey.status)) return null;
  const next = estimateAfter(journey, knowledge, now, today);
  return next && promise({ ...next, missed: missed[0] }, today);
}

/** What the carrier or Shopify told last, where its day has passed without delivery and nobody whom the merchant believes more names one to come. */
export function passedPromise(journey: Journey, knowledge: PromiseKnowledge, now: Date): Promise | null {
  const { told, status } = journey;
  const { sources } = knowledge.rules;
  if (told === null || !sources.includes(told.source) || arrived.includes(status)) return null;
  const zone = destinationZone(journey.destination, knowledge.zone, journey.destinationProvince);
  const today = dayNumberIn(zone, now);
  const hasPassed = (estimate: Estimate | null) => estimate === null || estimate.to < today;
  const believedMore = sources.slice(0, sources.indexOf(told.source));
  const estimate = estimateBy(told.source, journey, knowledge, now, zone);
  if (estimate === null || !hasPassed(estimate) || !believedMore.every((source) => hasPassed(estimateBy(source, journey, knowledge, now, zone)))) return null;
  return { from: dayOfNumber(estimate.from), to: dayOfNumber(estimate.to), source: told.source, basis: {} };
}

function estimateBy(source: PromiseSource, journey: Journey, knowledge: PromiseKnowledge, now: Date, zone: string): Estimate | null {
  if (source === 'learned') {
    const learned = learnedEstimate(knowledge, journey, null);
    return learned && delayed(learnedRange(learned), journey, knowledge, now);
  }
  if (source === 'rule') return delayed({ ...ruleEstimate(knowledge, journey, now), source }, journey, knowledge, now);
  if (journey.told?.source !== source) return null;
  const told = toldDay(journey.told.at, zone, source === 'shopify' ? knowledge.zone : null);
  return { from: told, to: told, source, basis: {} };
}

/** The estimate for a parcel whose every date has passed: learned from those that were as late, else the merchant's own span once more. */
function estimateAfter(journey: Journey, knowledge: PromiseKnowledge, now: Date, today: DayNumber): Estimate | null {
  const learned = knowledge.rules.sources.includes('learned') ? learnedEstimate(knowledge, journey, now) : null;
  if (learned) return delayed(learnedRange(learned), journey, knowledge, now);
  if (!knowledge.rules.sources.includes('rule')) return null;
  const { basis } = ruleEstimate(knowledge, journey, now);
  const isOpen = deliveryDays(knowledge.rules, { ...journey, origin: journey.origin ?? knowledge.rules.origin });
  const slack = Math.max(1, Number(basis.transitMax) - Number(basis.transitMin));
  return delayed({ from: addOpenDays(today, 0, isOpen), to: addOpenDays(today, slack, isOpen), source: 'rule', basis }, journey, knowledge, now);
}

function learnedRange({ from, middle, to, lane, samples }: { from: DayNumber; middle: DayNumber; to: DayNumber; lane: string; samples: number }): Estimate {
  return { from, to, source: 'learned', basis: { lane, samples, middle: dayOfNumber(middle) } };
}

/** The end moves out by the most that the merchant knows of; the beginning stays, as some always get through. */
function delayed(estimate: Estimate, journey: Journey, knowledge: PromiseKnowledge, now: Date): Estimate {
  const origin = journey.origin ?? knowledge.rules.origin;
  const begins = dayNumberIn(knowledge.zone, journey.shippedAt ?? now);
  const disruption = worstDisruption(knowledge.disruptions, { ...journey, origin }, begins, estimate.to);
  const stretch = stretchFor(knowledge.stretches, journey, now);
  const extraDays = Math.max(disruption?.extraDays ?? 0, stretch?.extraDays ?? 0);
  if (extraDays === 0) return estimate;
  const to = addOpenDays(estimate.to, extraDays, deliveryDays(knowledge.rules, { ...journey, origin }));
  const known = { ...(disruption ? { disruption: disruption.reason } : {}), ...(stretch ? { peak: stretch.name } : {}) };
  return { ...estimate, to, basis: { ...estimate.basis, ...known, extraDays } };
}

function promise({ from, to, source, basis, missed }: Estimate, today: DayNumber): Promise {
  const begins = Math.max(from, today);
  return {
    from: dayOfNumber(begins),
    to: dayOfNumber(Math.max(to, begins)),
    source,
    basis: missed === undefined ? basis : { ...basis, missed: dayOfNumber(missed) },
  };
}
