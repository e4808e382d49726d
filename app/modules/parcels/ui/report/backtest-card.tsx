import { BlockStack, Card, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
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
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('backtest.title')}
        </Text>
        <Text as="p">{text}</Text>
        {backtestedAt && (
          <Text as="p" variant="bodySm" tone="subdued">
            {t('backtest.at', { at: formats.moment(backtestedAt) })}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}
