import type { ChangedLine, ChangedReturn, ReplayReport } from '../replay/past-return.ts';
import type { Clause } from '../policy.ts';
import { sayClause } from '../text/say-rule.ts';
import type { PolicyWords } from '../text/words.ts';
import { casesKept, type Trial, type TrialCase, type TrialCause } from './trial.ts';

/** What a replay found, in a merchant's words. */
export function saidTrial({ changed, ...sums }: ReplayReport, words: PolicyWords): Trial {
  const worse = changed.filter(({ lines }) => lines.some(({ effect }) => effect === 'worse'));
  const better = changed.filter((each) => !worse.includes(each)).reverse();
  return {
    ...sums,
    causes: causesOf(changed, words),
    worseOff: worse.slice(0, casesKept).map((each) => saidCase(each, words)),
    betterOff: better.slice(0, casesKept).map((each) => saidCase(each, words)),
  };
}

function causesOf(changed: readonly ChangedReturn[], words: PolicyWords): TrialCause[] {
  const causes = new Map<string, TrialCause>();
  for (const { lines } of changed) {
    for (const [key, line] of new Map(lines.map((line) => [keyOf(line), line]))) {
      const known = causes.get(key) ?? { key, effect: line.effect, before: say(line.before, words), after: say(line.after, words), returns: 0 };
      causes.set(key, { ...known, returns: known.returns + 1 });
    }
  }
  return [...causes.values()].sort((left, right) => right.returns - left.returns);
}

const keyOf = ({ effect, before, after }: ChangedLine) => [effect, before?.matter, before?.ruleId, after?.ruleId].join(' ');

function saidCase({ id, name, difference, lines }: ChangedReturn, words: PolicyWords): TrialCase {
  return {
    id,
    name,
    difference,
    lines: lines.map(({ effect, because, before, after, instead }) => ({ effect, because, before: say(before, words), after: say(after, words), instead: instead.map((outcome) => words.t(`outcome.${outcome}`)) })),
  };
}

const say = (clause: Clause | null, words: PolicyWords) => (clause ? sayClause(clause, words) : '');
