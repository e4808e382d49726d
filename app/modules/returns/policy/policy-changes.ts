import { matters, type Matter } from './matters.ts';
import type { Policy, Rule } from './policy.ts';

/** One thing in which an edited policy differs from another, as a merchant is told before it is published. */
export type PolicyChange =
  | { kind: 'added' | 'removed' | 'moved'; rule: Rule }
  | { kind: 'changed'; before: Rule; after: Rule }
  | { kind: 'base'; matter: Matter; before: Policy['base']; after: Policy['base'] }
  | { kind: 'transit_days'; before: number; after: number };

/** All in which two policies differ, in the order of the edited one. A rule is moved only where its place among the others is another. */
export function policyChanges(before: Policy, after: Policy): PolicyChange[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const kept = new Set(after.rules.map(({ id }) => id));
  const settled = longestInOrder(after.rules.flatMap(({ id }) => (old.has(id) ? [before.rules.findIndex((rule) => rule.id === id)] : [])));
  const rules = after.rules.flatMap((rule): PolicyChange[] => {
    const was = old.get(rule.id);
    if (!was) return [{ kind: 'added', rule }];
    const moved = !settled.has(before.rules.indexOf(was));
    return [...(isSame(was, rule) ? [] : [{ kind: 'changed' as const, before: was, after: rule }]), ...(moved ? [{ kind: 'moved' as const, rule }] : [])];
  });
  const removed = before.rules.filter(({ id }) => !kept.has(id)).map((rule): PolicyChange => ({ kind: 'removed', rule }));
  const base = matters.filter((matter) => !isSame(before.base[matter], after.base[matter])).map((matter): PolicyChange => ({ kind: 'base', matter, before: before.base, after: after.base }));
  const transit: PolicyChange[] = before.transitDays === after.transitDays ? [] : [{ kind: 'transit_days', before: before.transitDays, after: after.transitDays }];
  return [...rules, ...removed, ...base, ...transit];
}

/** The most of these places that already follow one another. */
function longestInOrder(places: readonly number[]): Set<number> {
  const endingAt: number[][] = [];
  for (const [index, place] of places.entries()) {
    const before = endingAt.slice(0, index).filter((run) => (run.at(-1) ?? -1) < place);
    endingAt.push([...before.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []), place]);
  }
  return new Set(endingAt.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []));
}

/** The same, whatever the order in which the fields were written. */
function isSame(left: unknown, right: unknown): boolean {
  return spelled(left) === spelled(right);
}

function spelled(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => left.localeCompare(right))) : part));
}
