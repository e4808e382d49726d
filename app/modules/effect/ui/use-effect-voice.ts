import { useAdmin } from '#app/ui/admin.tsx';
import { useWords, type RoomWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** How the effect is said in the reader's language. */
export interface EffectVoice extends RoomWords<typeof en> {
  count(value: number): string;
  /** A share as so many of a hundred: `3.6` */
  per100(share: number): string;
  /** The same with its sign: `+2.1` */
  more(difference: number): string;
  odds(value: number): string;
  day(at: Date): string;
}

/** Words and figures of the effect's page. */
export function useEffectVoice(): EffectVoice {
  const words = useWords<typeof en>('effect');
  const { locale, formats, shop } = useAdmin();
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: shop.ianaTimezone });
  const odds = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  return {
    ...words,
    count: formats.number,
    per100: (share) => decimal.format(share * 100),
    more: (difference) => signed.format(difference * 100),
    odds: (value) => odds.format(value < 0.1 ? 0.1 : value),
    day: (at) => date.format(at),
  };
}
