import { InlineStack, Text } from '@shopify/polaris';
import { Bars } from '#app/ui/chart/bars.tsx';
import type { MonthRate } from '../../figures/views.ts';
import { FiguresCard } from './figures-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

/** How much of what was sold came back, by the month it was sold in. */
export function RateCard({ months, voice }: { months: readonly MonthRate[]; voice: FiguresVoice }) {
  const { t, count, shareOf, month } = voice;
  const said = months.map((row) => t('rate.point', { month: month(row.month), share: shareOf(row.unitsBack, row.units) }));
  return (
    <FiguresCard
      title={t('rate.title')}
      text={t('rate.text')}
      headings={[t('month'), t('rate.orders'), t('rate.ordersBack'), t('rate.units'), t('rate.unitsBack'), t('rate.share')]}
      rows={months.map((row) => [month(row.month), count(row.orders), count(row.ordersBack), count(row.units), count(row.unitsBack), shareOf(row.unitsBack, row.units)])}
      voice={voice}
    >
      <Bars label={t('rate.label', { points: said.join('; ') })} values={months.map(({ units, unitsBack }) => (units === 0 ? null : unitsBack / units))} />
      <InlineStack align="space-between" gap="200">
        {[said[0], said.at(-1)].map((point, at) => (
          <Text key={at} as="span" variant="bodySm" tone="subdued">
            {point}
          </Text>
        ))}
      </InlineStack>
    </FiguresCard>
  );
}
