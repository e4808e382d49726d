import { KeyFigures } from '#app/ui/key-figures.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { ReportFigures } from '../../report/views.ts';
import type { ReportVoice } from './use-report-voice.ts';

/** All parcels of the report in eight figures. */
export function ReportSummary({ figures, voice }: { figures: ReportFigures; voice: ReportVoice }) {
  const { t, count, share, days, daysLong } = voice;
  const { promised, transit } = figures;
  const tooFew = (of: number) => ({ value: '–', note: t('tooFew', { count: of }) });
  const shareOfDue = (value: number | null) => (value === null ? tooFew(promised.due) : { value: share(value), note: t('ofDue', { count: promised.due }) });
  const shown: { key: 'delivered' | 'kept' | 'keptLast' | 'late' | 'transit' | 'exceptions' | 'lost' | 'contacts'; value: string; note?: string }[] = [
    { key: 'delivered', value: count(figures.delivered) },
    { key: 'kept', ...shareOfDue(promised.keptShare) },
    { key: 'keptLast', ...shareOfDue(promised.keptLastShare) },
    { key: 'late', ...shareOfDue(promised.lateShare) },
    { key: 'transit', ...(transit ? { value: daysLong(transit.median), note: t('summary.ninety', { days: daysLong(transit.ninety) }) } : tooFew(figures.delivered)) },
    { key: 'exceptions', value: count(figures.exceptions) },
    { key: 'lost', value: count(figures.lost) },
    { key: 'contacts', ...(figures.contactsPer100 === null ? tooFew(figures.delivered) : { value: days(figures.contactsPer100), note: t('summary.contactsOf', { count: figures.contacts }) }) },
  ];
  return (
    <TitledCard title={t('summary.title')}>
      <KeyFigures columns={4} figures={shown.map((figure) => ({ ...figure, label: t(`summary.${figure.key}`) }))} />
    </TitledCard>
  );
}
