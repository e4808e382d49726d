import { dayIn, startOfDay } from '#app/kernel/time.ts';

/** By what the time is cut, and how many pieces of it are shown. */
export const spanCounts = { day: 28, week: 13, month: 12 } as const;
export type SpanStep = keyof typeof spanCounts;
export const spanSteps = ['day', 'week', 'month'] as const satisfies readonly SpanStep[];

/** The days, weeks or months figures are about; the present one is the last, as far as it went. */
export interface FiguresPeriod {
  since: Date;
  /** When each begins there. */
  starts: readonly Date[];
  /** The first day of each, `2026-11-21`, in their order and without gaps. */
  days: readonly string[];
}

/** The last days, weeks (from Monday) or months in a zone. */
export function figuresPeriod(step: SpanStep, zone: string, now: Date): FiguresPeriod {
  const [year = 0, month = 0, date = 0] = dayIn(zone, now).split('-').map(Number);
  const count = spanCounts[step];
  const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
  const days = Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at;
    const first = step === 'month' ? Date.UTC(year, month - 1 - back, 1) : Date.UTC(year, month - 1, step === 'week' ? date - weekday - 7 * back : date - back);
    return new Date(first).toISOString().slice(0, 10);
  });
  const starts = days.map((day) => startOfDay(zone, day));
  return { since: starts[0] ?? now, starts, days };
}
