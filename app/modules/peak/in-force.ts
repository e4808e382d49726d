import { Temporal } from 'temporal-polyfill';
import { startOfDay } from '#app/kernel/time.ts';
import type { PeakProfile } from './profile.ts';

/** From a moment up to, and without, another. */
export interface Span {
  from: Date;
  until: Date;
}

/** When a profile is in force: whole days on the shop's clock, or up to when somebody ended it. */
export function spanOf({ from, to, endedAt }: Pick<PeakProfile, 'from' | 'to' | 'endedAt'>, zone: string): Span {
  const begins = startOfDay(zone, from);
  const ends = startOfDay(zone, Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const ended = endedAt === null ? ends : new Date(Math.max(begins.getTime(), Date.parse(endedAt)));
  return { from: begins, until: ended < ends ? ended : ends };
}

export type Stage = 'planned' | 'running' | 'over';

/** Whether a profile is still to come, in force or past. */
export function stageOf(profile: PeakProfile, zone: string, now: Date): Stage {
  const { from, until } = spanOf(profile, zone);
  if (now >= until) return 'over';
  return now >= from ? 'running' : 'planned';
}

/** The profile in force at a moment; two never are. It takes no worker to switch it: whoever asks gets the answer of the clock. */
export function inForce(profiles: readonly PeakProfile[], zone: string, now: Date): PeakProfile | null {
  return profiles.find((profile) => stageOf(profile, zone, now) === 'running') ?? null;
}
