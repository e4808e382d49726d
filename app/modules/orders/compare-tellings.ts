import { hash } from 'node:crypto';
import type { Instant } from './records.ts';

/** How a telling relates to what is held: newer, the very same, older, or another of the same second that cannot be put in order. */
export type Relation = 'newer' | 'same' | 'older' | 'tie';

/** Shopify writes `updated_at` in seconds: two states may carry one. A reading made later than this is the last of its second. */
const secondIsOver = 3_000;

/** True where a reading was made so late that nothing more can have happened in the second it tells of. */
export function isSettled(telling: { updatedAt: Instant; readAt: Instant | null }): boolean {
  return telling.readAt !== null && Date.parse(telling.readAt) - Date.parse(telling.updatedAt) > secondIsOver;
}

/** Puts a telling before, beside or after what is held. */
export function compareTellings(
  held: { updated_at: Instant; fingerprint: string },
  telling: { updatedAt: Instant; readAt: Instant | null; fingerprint: string },
): Relation {
  const ahead = Date.parse(telling.updatedAt) - Date.parse(held.updated_at);
  if (ahead !== 0) return ahead > 0 ? 'newer' : 'older';
  if (held.fingerprint === telling.fingerprint) return 'same';
  return isSettled(telling) ? 'newer' : 'tie';
}

/** A short mark that is equal exactly where the told facts are equal. */
export function fingerprint(facts: unknown): string {
  return hash('sha1', JSON.stringify(facts, sortedKeys), 'base64url');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** What is told, without what is not: an absent fact must not wipe out a held one. */
export function told<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Facts>;
}

/** Extras of a telling that is not newer only fill gaps, unless it is a settled reading. */
export function fillGaps<Row extends object>(held: Row, extras: Partial<NoInfer<Row>>, settled: boolean): Row | null {
  const entries = Object.entries(told(extras)).filter(([key, value]) => {
    const before: unknown = Reflect.get(held, key);
    return settled ? JSON.stringify(before) !== JSON.stringify(value) : (before === null || before === undefined) && value !== null;
  });
  return entries.length === 0 ? null : { ...held, ...Object.fromEntries(entries) };
}
