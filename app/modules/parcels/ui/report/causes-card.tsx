import { InlineStack, Text } from '@shopify/polaris';
import { ShareBar } from '#app/ui/chart/share-bar.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { ReportFigures } from '../../report/views.ts';
import { FiguresTable } from '#app/ui/figures-table.tsx';
import type { ReportVoice } from './use-report-voice.ts';

/** What held parcels up, the most frequent cause first. */
export function CausesCard({ figures: { causes }, voice }: { figures: ReportFigures; voice: ReportVoice }) {
  const { t, name, count } = voice;
  const most = causes[0]?.parcels ?? 0;
  return (
    <TitledCard title={t('causes.title')} gap="300">
      {causes.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('causes.none')}
        </Text>
      ) : (
        <FiguresTable
          caption={t('causes.title')}
          headings={[t('causes.cause'), t('causes.parcels')]}
          rows={causes.map(({ cause, parcels }) => [
            name('cause', cause),
            <InlineStack key={cause} align="end" blockAlign="center" gap="200" wrap={false}>
              <ShareBar label={`${name('cause', cause)} ${count(parcels)}`} parts={[{ share: parcels / most, tone: 'plain' }]} width={72} />
              <span style={{ minWidth: 40 }}>{count(parcels)}</span>
            </InlineStack>,
          ])}
        />
      )}
    </TitledCard>
  );
}
