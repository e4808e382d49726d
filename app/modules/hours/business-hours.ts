import { openSpans, type OpenHours } from './open-spans.ts';

/** True while somebody is there: what counts is what the clock on the wall says, also on days when it is put on or back. */
export function isOpenAt(hours: OpenHours, at: Date): boolean {
  return openFrom(hours, at)?.getTime() === at.getTime();
}

/** This moment where the shop is open, else the one at which it opens next; null where it never does. */
export function openFrom(hours: OpenHours, at: Date): Date | null {
  const next = openSpans(hours, at).next();
  return next.value ? new Date(next.value.from) : null;
}
