import { openSpans, type OpenHours } from './open-spans.ts';

/** The moment at which so many milliseconds of open time have passed; null where the shop never opens for so long. */
export function addOpenTime(hours: OpenHours, from: Date, milliseconds: number): Date | null {
  if (milliseconds <= 0) return from;
  let left = milliseconds;
  for (const span of openSpans(hours, from)) {
    const length = span.to - span.from;
    if (length >= left) return new Date(span.from + left);
    left -= length;
  }
  return null;
}

/** How long the shop is open between two moments, in milliseconds. */
export function openTimeBetween(hours: OpenHours, from: Date, to: Date): number {
  let open = 0;
  for (const span of openSpans(hours, from)) {
    if (span.from >= to.getTime()) break;
    open += Math.min(span.to, to.getTime()) - span.from;
  }
  return open;
}
