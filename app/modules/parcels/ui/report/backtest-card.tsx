import { Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { CarrierReport } from '../../report/views.ts';
import type { ReportVoice } from './use-report-voice.ts';

/** Whether the ranges we promise hold, from the latest test on parcels held back. */
export function BacktestCard({ report: { all, backtestedAt }, voice }: { report: Pick<CarrierReport, 'all' | 'backtestedAt'>; voice: ReportVoice }) {
  const { t, share, days } = voice;
  const { formats } = useAdmin();
  const { tested, held } = all.ranges;
  const text =
    backtestedAt === null
      ? t('backtest.none')
      : held === null
        ? t('backtest.tooFew', { count: tested })
        : t('backtest.text', { share: share(held.coverage), count: tested, width: days(held.meanWidth) });
  return (
    <TitledCard title={t('backtest.title')} gap="200">
      <Text as="p">{text}</Text>
      {backtestedAt && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('backtest.at', { at: formats.moment(backtestedAt) })}
        </Text>
      )}
    </TitledCard>
  );
}
