import { useAdmin } from '#app/ui/admin.tsx';
import type { RoomWords } from '#app/ui/words.ts';
import type { SpanStep } from '../figures-period.ts';
import type { Tallies } from '../views.ts';
import type en from './i18n/en.json';
import { useFiguresWords } from './words.ts';

/** How the figures of conversations are said in the reader's language. */
export interface FiguresVoice extends RoomWords<typeof en> {
  count(value: number): string;
  /** A share of something; a dash where there is nothing to have a share of. */
  shareOf(part: number, whole: number): string;
  /** `35 min`, `3.4 hr`, `2.1 days`; a dash where it is not known. */
  took(seconds: number | null): string;
  /** So many for each hundred; a dash where there is none of them. */
  perHundred(part: number, whole: number): string;
  /** The day, the first day of the week, or the month. */
  span(day: string): string;
  /** First reply, solution, promises and satisfaction, as cells of a table. */
  quality(tallies: Tallies): [string, string, string, string];
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Words and figures of the screen. */
export function useFiguresVoice(step: SpanStep): FiguresVoice {
  const words = useFiguresWords();
  const { locale, formats } = useAdmin();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const dated = new Intl.DateTimeFormat(locale, step === 'month' ? { month: 'short', year: 'numeric', timeZone: 'UTC' } : { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const inUnits = (unit: 'minute' | 'hour' | 'day', value: number) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 && unit !== 'minute' ? 1 : 0 }).format(value);
  const took = (seconds: number | null) => (seconds === null ? '–' : seconds < hour ? inUnits('minute', Math.ceil(seconds / minute)) : seconds < 2 * day ? inUnits('hour', seconds / hour) : inUnits('day', seconds / day));
  const shareOf = (part: number, whole: number) => (whole === 0 ? '–' : percent.format(part / whole));
  return {
    ...words,
    count: formats.number,
    shareOf,
    took,
    perHundred: (part, whole) => (whole === 0 ? '–' : decimal.format((part / whole) * 100)),
    span: (own) => dated.format(new Date(own)),
    quality: ({ firstReply, solved, promises, satisfaction }) => [took(firstReply.median), took(solved.median), shareOf(promises.kept, promises.kept + promises.broken), shareOf(satisfaction.good, satisfaction.given)],
  };
}
