/** Counts of a trial: how many returns went which way, and what of it is money. */
interface TrialSums {
  returns: number;
  better: number;
  worse: number;
  mixed: number;
  unsure: number;
  back: { before: number; after: number };
  approvedAtOnce: { before: number; after: number };
}

/** One clause in place of another, and how many returns it would have changed. */
export interface TrialCause {
  key: string;
  effect: 'better' | 'worse';
  before: string;
  after: string;
  returns: number;
}

/** A return that would have gone differently, to be opened. */
export interface TrialCase {
  id: string;
  name: string;
  /** What its customer would have had more, or less where it is negative; minor units of the shop's currency. */
  difference: number;
  lines: { effect: 'better' | 'worse'; because: string; before: string; after: string; instead: string[] }[];
}

/** What a trial found so far. Only the cases that matter most are kept; all of them count. */
export interface Trial extends TrialSums {
  causes: TrialCause[];
  /** Customers who would stand worse in something, the dearest first. */
  worseOff: TrialCase[];
  betterOff: TrialCase[];
}

/** A part of a trial, and after which return the next one begins. */
export interface TrialPart extends Trial {
  next: string | null;
}

/** What is answered to who asks for a part. */
export type TrialAnswer = TrialPart | { refused: string };

/** So many cases of a kind are kept. */
export const casesKept = 25;

/** Two parts of a trial as one. */
export function joinTrials(left: Trial, right: Trial): Trial {
  const counts = new Map<string, number>([...left.causes, ...right.causes].map(({ key }) => [key, 0]));
  for (const { key, returns } of [...left.causes, ...right.causes]) counts.set(key, (counts.get(key) ?? 0) + returns);
  const causes = new Map([...left.causes, ...right.causes].map((cause) => [cause.key, cause]));
  return {
    returns: left.returns + right.returns,
    better: left.better + right.better,
    worse: left.worse + right.worse,
    mixed: left.mixed + right.mixed,
    unsure: left.unsure + right.unsure,
    back: sum(left.back, right.back),
    approvedAtOnce: sum(left.approvedAtOnce, right.approvedAtOnce),
    causes: [...causes.values()].map((cause) => ({ ...cause, returns: counts.get(cause.key) ?? 0 })).sort((one, other) => other.returns - one.returns),
    worseOff: [...left.worseOff, ...right.worseOff].sort((one, other) => one.difference - other.difference).slice(0, casesKept),
    betterOff: [...left.betterOff, ...right.betterOff].sort((one, other) => other.difference - one.difference).slice(0, casesKept),
  };
}

const sum = (left: TrialSums['back'], right: TrialSums['back']) => ({ before: left.before + right.before, after: left.after + right.after });
