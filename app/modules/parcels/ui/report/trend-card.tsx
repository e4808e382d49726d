import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { Legend } from '#app/ui/chart/legend.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { fewestInTime, shareOf } from '../../report/enough.ts';
import type { ReportFigures } from '../../report/views.ts';
import { KeptColumns } from './report-charts.tsx';
import { FiguresTable } from '#app/ui/figures-table.tsx';
import type { ReportVoice } from './use-report-voice.ts';

/** A table of so few rows is open from the start. */
const openRows = 7;

/** Promised dates as they came due, and how many were kept; the same as a table below. */
export function TrendCard({ figures, voice }: { figures: ReportFigures; voice: ReportVoice }) {
  const { t, count, share, span } = voice;
  const { keptInTime, promised } = figures;
  const [first] = keptInTime;
  const last = keptInTime.at(-1);
  const rows = keptInTime.map((point) => {
    const kept = shareOf(point.kept, point.due, fewestInTime);
    return [span(point), count(point.due), count(point.kept), kept === null ? '–' : share(kept)];
  });
  return (
    <TitledCard title={t('trend.title')} gap="300">
      {promised.due === 0 || !first || !last ? (
        <Text as="p" tone="subdued">
          {t('trend.none')}
        </Text>
      ) : (
        <>
          <BlockStack gap="100">
            <KeptColumns figures={figures} voice={voice} />
            <InlineStack align="space-between">
              {[first, last].map((point) => (
                <Text key={point.from} as="span" variant="bodySm" tone="subdued">
                  {span(point)}
                </Text>
              ))}
            </InlineStack>
            <Legend entries={[{ tone: 'good', text: t('trend.kept') }, { tone: 'poor', text: t('trend.notKept') }]} />
          </BlockStack>
          <details open={rows.length <= openRows}>
            <summary style={{ cursor: 'pointer', paddingBlock: 'var(--p-space-100)' }}>{t('trend.asTable')}</summary>
            <FiguresTable caption={t('trend.title')} headings={[t('trend.days'), t('trend.due'), t('trend.kept'), t('trend.share')]} rows={rows} />
          </details>
        </>
      )}
    </TitledCard>
  );
}
