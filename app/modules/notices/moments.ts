import { after, hour } from '#app/kernel/time.ts';
import { openFrom, type OpenHours } from '#app/modules/hours/index.server.ts';
import { kindTerms, type NoticeKind } from './kinds.ts';
import type { KindRules } from './kind-rules.ts';

/** By what is decided when a fact is told. */
export interface Timing {
  rules: KindRules;
  hours: OpenHours;
  /** Something of the order has not left yet. */
  incomplete: boolean;
}

/** When a fact is to be told by the merchant's rules, and from when on it is old news. Hours that never come are not waited for. */
export function momentsOf(kind: NoticeKind, at: Date, { rules, hours, incomplete }: Timing): { due: Date; expires: Date } {
  const told = (wait: number) => (rules.inBusinessHours ? openMoment(hours, after(at, wait * hour)) : after(at, wait * hour));
  const latest = told(gathers(kind, rules) ?? rules.waitHours);
  const due = gathers(kind, rules) !== null && !incomplete ? told(0) : latest;
  return { due, expires: after(latest, kindTerms[kind].life) };
}

/** That moment while somebody is there, else when somebody is next. */
export function openMoment(hours: OpenHours, at: Date): Date {
  return openFrom(hours, at) ?? at;
}

/** How many hours a kind waits for the rest of its order; null where it does not. */
export function gathers(kind: NoticeKind, { gatherHours }: KindRules): number | null {
  return kind === 'shipped' ? gatherHours : null;
}
