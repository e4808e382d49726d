import { Legend } from '#app/ui/chart/legend.tsx';
import { ShareBar } from '#app/ui/chart/share-bar.tsx';
import type { MonthTimes, RefundTimes } from '../../figures/views.ts';
import { FiguresCard } from './figures-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

/** How long customers waited for their money after the shop had their goods. */
export function TimesCard({ times, months, voice }: { times: RefundTimes; months: readonly MonthTimes[]; voice: FiguresVoice }) {
  const { t, count, month, hours, shareOf } = voice;
  const share = times.withinDay / times.refunded;
  return (
    <FiguresCard
      title={t('times.title')}
      text={t('times.text')}
      none={times.refunded === 0 ? t('times.none') : null}
      headings={[t('month'), t('times.refunded'), t('times.median'), t('times.ninety'), t('times.share')]}
      rows={months.map((row) => [month(row.month), count(row.refunded), hours(row.median), hours(row.ninety), shareOf(row.withinDay, row.refunded)])}
      voice={voice}
    >
      <ShareBar label={t('times.label', { share: shareOf(times.withinDay, times.refunded) })} parts={[{ share, tone: 'good' }, { share: 1 - share, tone: 'poor' }]} width={240} />
      <Legend
        entries={[
          { tone: 'good', text: `${t('times.within')}: ${shareOf(times.withinDay, times.refunded)}` },
          { tone: 'poor', text: `${t('times.later')}: ${shareOf(times.refunded - times.withinDay, times.refunded)}` },
        ]}
      />
    </FiguresCard>
  );
}
