import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { useWords, type RoomWords } from '#app/ui/words.ts';
import type { KeptInTime, Line } from '../../report/views.ts';
import type en from './i18n/en.json';

/** How the report is said in the reader's language. */
export interface ReportVoice extends RoomWords<typeof en> {
  count(value: number): string;
  /** `81%` */
  share(value: number): string;
  /** `3.1` */
  days(value: number): string;
  /** `3.1 days` */
  daysLong(value: number): string;
  carrier(key: string | null): string;
  country(code: string | null): string;
  /** `DHL Express`, and for a lane its way: `Germany → France`. */
  who(line: Line): string;
  way(line: Line): string | null;
  /** `9–15 Nov` */
  span(span: Pick<KeptInTime, 'from' | 'to'>): string;
  /** `15 November 2026` */
  day(day: string): string;
}

/** Words and figures of the report's screens; `names` are the carriers' by key. */
export function useReportVoice(names: Readonly<Record<string, string>>): ReportVoice {
  const words = useWords<typeof en>('report');
  const { locale, formats } = useAdmin();
  const { t } = words;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const plural = (value: number) => (Math.round(value * 10) === 10 ? 1 : 2);
  const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const carrier = (key: string | null) => (key === null ? t('unknownCarrier') : (names[key] ?? key));
  const country = (code: string | null) => (code === null ? t('unknownCountry') : countryName(code, locale));
  return {
    ...words,
    count: formats.number,
    share: (value) => percent.format(value),
    days: (value) => decimal.format(value),
    daysLong: (value) => t('daysLong', { days: decimal.format(value), count: plural(value) }),
    carrier,
    country,
    who: (line) => (line.level === 'all' ? '' : carrier(line.carrier)),
    way: (line) => (line.level === 'lane' ? t('way', { from: country(line.origin), to: country(line.destination) }) : null),
    span: ({ from, to }) => (from === to ? short.format(new Date(from)) : short.formatRange(new Date(from), new Date(to))),
    day: (day) => long.format(new Date(day)),
  };
}
