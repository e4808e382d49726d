import { InlineStack, Text } from '@shopify/polaris';
import { Bars } from '#app/ui/chart/bars.tsx';
import type { ReturnFigures } from '../../figures/views.ts';
import { FiguresCard } from './figures-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

/** What returns cost beside the goods: labels and bonuses, less the fees that customers paid. */
export function CostCard({ figures: { labels, labelsByMonth, money, moneyByMonth }, voice }: { figures: ReturnFigures; voice: FiguresVoice }) {
  const { t, count, month, money: amount } = voice;
  const months = labelsByMonth.map((row) => {
    const paid = moneyByMonth.find((other) => other.month === row.month);
    return { ...row, bonus: paid?.bonus ?? 0, fees: paid?.fees ?? 0 };
  });
  const said = months.map((row) => t('cost.point', { month: month(row.month), cost: amount(row.cost + row.bonus) }));
  const nothing = labels.cost === 0 && money.bonus === 0 && money.fees === 0;
  return (
    <FiguresCard
      title={t('cost.title')}
      text={t('cost.text')}
      none={nothing ? t('cost.none') : null}
      headings={[t('month'), t('cost.labels'), t('cost.labelCost'), t('money.bonus'), t('money.fees'), t('cost.net')]}
      rows={months.map((row) => [month(row.month), count(row.labels), amount(row.cost), amount(row.bonus), amount(row.fees), amount(row.cost + row.bonus - row.fees)])}
      voice={voice}
    >
      <Bars label={t('cost.label', { points: said.join('; ') })} values={months.map((row) => row.cost + row.bonus)} />
      <InlineStack align="space-between" gap="200">
        {[said[0], said.at(-1)].map((point, at) => (
          <Text key={at} as="span" variant="bodySm" tone="subdued">
            {point}
          </Text>
        ))}
      </InlineStack>
      <Text as="p">{t('cost.sum', { labels: amount(labels.cost), bonus: amount(money.bonus), fees: amount(money.fees), net: amount(labels.cost + money.bonus - money.fees) })}</Text>
      {labels.inOtherCurrencies > 0 && (
        <Text as="p" tone="subdued">
          {t('cost.others', { count: labels.inOtherCurrencies })}
        </Text>
      )}
    </FiguresCard>
  );
}
