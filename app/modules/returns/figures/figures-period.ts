import { dayIn, startOfDay } from '#app/kernel/time.ts';

export const figureMonths = [3, 6, 12] as const;
export type FigureMonths = (typeof figureMonths)[number];

/** The whole months figures are about, and the present one as far as it went. */
export interface FiguresPeriod {
  since: Date;
  zone: string;
  /** `2026-11`, in their order and without gaps; the last is the present one. */
  months: readonly string[];
}

/** The last so many months in a zone. */
export function figuresPeriod(count: FigureMonths, zone: string, now: Date): FiguresPeriod {
  const [year = 0, month = 0] = dayIn(zone, now).split('-').map(Number);
  const months = Array.from({ length: count }, (_, at) => new Date(Date.UTC(year, month - count + at, 1)).toISOString().slice(0, 7));
  return { since: startOfDay(zone, `${months[0]}-01`), zone, months };
}
