import { useAdmin } from '#app/ui/admin.tsx';
import { useWords, type RoomWords } from '#app/ui/words.ts';
import type { Finding, ReasonCount } from '../../figures/views.ts';
import type en from './i18n/en.json';

/** The reasons of Shopify's library that say something of goods, which we have a sentence for. */
const worded = ['too-small', 'too-big', 'item-not-as-described', 'damaged-or-defective', 'received-the-wrong-item', 'color', 'style'] as const;

/** How the figures of returns are said in the reader's language. */
export interface FiguresVoice extends RoomWords<typeof en> {
  count(value: number): string;
  /** `31%`, with one decimal below ten. */
  share(value: number): string;
  /** A share of something; a dash where there is nothing to have a share of. */
  shareOf(part: number, whole: number): string;
  /** Minor units of the shop's currency. */
  money(minor: number): string;
  /** `7 h`, from two days on `3.1 days`; a dash where it is not known. */
  hours(hours: number | null): string;
  /** `Nov 2026` */
  month(month: string): string;
  reason(count: Pick<ReasonCount, 'reason' | 'name'>): string;
  /** `Size M of Linen dress runs small: 31% of its 42 returns` */
  finding(finding: Finding): string;
}

/** Words and figures of the screen. */
export function useFiguresVoice(currency: string): FiguresVoice {
  const words = useWords<typeof en>('returnFigures');
  const { locale, formats } = useAdmin();
  const { t } = words;
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const share = (value: number) => (value < 0.1 ? fine : whole).format(value);
  const reason: FiguresVoice['reason'] = ({ reason: handle, name }) => name ?? (handle === null ? t('noReason') : words.name('reasons', handle));
  return {
    ...words,
    count: formats.number,
    share,
    shareOf: (part, of) => (of === 0 ? '–' : share(part / of)),
    money: (minor) => formats.money({ minor, currency }),
    hours: (hours) => (hours === null ? '–' : hours < 48 ? t('hours', { hours: decimal.format(hours) }) : t('days', { days: decimal.format(hours / 24) })),
    month: (at) => month.format(new Date(`${at}-01`)),
    reason,
    finding(finding) {
      const known = worded.find((handle) => handle === finding.reason) ?? 'other';
      const item = finding.variantTitle === null ? finding.title : t('variantOf', { variant: finding.variantTitle, product: finding.title });
      return t(`findings.${known}`, { item, reason: reason(finding), share: share(finding.did / finding.of), count: finding.of });
    },
  };
}
