import type { Offer } from '../decision.ts';
import type { Outcome } from '../matters.ts';
import { offersUnder } from '../offers-under.ts';
import type { Policy, PolicyVersion } from '../policy.ts';
import { compareLine } from './compare-line.ts';
import type { ChangedLine, ChangedReturn, PastReturn, ReplayReport } from './past-return.ts';

/** A replay that is fed return by return, so that however many there are, nothing else has to wait for it. */
export interface Replay {
  add(past: PastReturn): void;
  report(): ReplayReport;
}

/** Holds one policy against another over past returns, each as though it had been in force all along. */
export function replayPolicy(before: Policy, after: Policy): Replay {
  const [old, edited] = [asVersion(before, 1), asVersion(after, 2)];
  const changed: ChangedReturn[] = [];
  const sums = { returns: 0, back: { before: 0, after: 0 }, approvedAtOnce: { before: 0, after: 0 }, unsure: 0 };
  return {
    add(past) {
      const sides = { before: chosenUnder(old, past), after: chosenUnder(edited, past) };
      const difference = backOf(sides.after) - backOf(sides.before);
      sums.returns += 1;
      sums.back.before += backOf(sides.before);
      sums.back.after += backOf(sides.after);
      if (isApprovedAtOnce(sides.before)) sums.approvedAtOnce.before += 1;
      if (isApprovedAtOnce(sides.after)) sums.approvedAtOnce.after += 1;
      if ([...sides.before, ...sides.after].some(({ chosen }) => chosen.unsure.length > 0)) sums.unsure += 1;
      const lines = changedLines(sides.before, sides.after);
      if (lines.length > 0) changed.push({ id: past.id, name: past.name, lines, difference });
    },
    report: () => ({ ...sums, ...effectsOf(changed), changed: [...changed].sort((left, right) => left.difference - right.difference || left.id.localeCompare(right.id)) }),
  };
}

const asVersion = (policy: Policy, version: number): PolicyVersion => ({ version, publishedAt: new Date(0), policy });

interface Chosen {
  chosen: Offer;
  all: Record<Outcome, Offer>;
}

function chosenUnder(version: PolicyVersion, { order, lines, askedAt }: PastReturn): Chosen[] {
  return lines.map(({ line, reason, outcome }) => {
    const all = offersUnder(version, { order, line, reason }, askedAt);
    return { chosen: all[outcome], all };
  });
}

/** The way back is deducted once a return, by the dearest of its lines. */
function backOf(lines: readonly Chosen[]): number {
  const allowed = lines.flatMap(({ chosen }) => (chosen.allowed ? [chosen] : []));
  return allowed.reduce((sum, { back }) => sum + back, 0) - Math.max(0, ...allowed.map(({ wayBack }) => wayBack.amount ?? 0));
}

const isApprovedAtOnce = (lines: readonly Chosen[]) => lines.length > 0 && lines.every(({ chosen }) => chosen.allowed && chosen.approval === 'nobody');

function changedLines(before: readonly Chosen[], after: readonly Chosen[]): ChangedLine[] {
  return before.flatMap((old, at) => {
    const edited = after[at];
    const found = edited && compareLine(old.chosen, edited.chosen);
    return found ? [{ at, ...found, instead: edited.chosen.allowed ? [] : allowedOf(edited.all) }] : [];
  });
}

const allowedOf = (all: Record<Outcome, Offer>): Outcome[] => Object.values(all).flatMap(({ allowed, outcome }) => (allowed ? [outcome] : []));

function effectsOf(changed: readonly ChangedReturn[]): { better: number; worse: number; mixed: number } {
  const effects = { better: 0, worse: 0, mixed: 0 };
  for (const { lines } of changed) {
    const found = new Set(lines.map(({ effect }) => effect));
    effects[found.size > 1 ? 'mixed' : found.has('worse') ? 'worse' : 'better'] += 1;
  }
  return effects;
}
