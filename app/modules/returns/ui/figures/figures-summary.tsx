import { KeyFigures } from '#app/ui/key-figures.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { ReturnFigures } from '../../figures/views.ts';
import type { FiguresVoice } from './use-figures-voice.ts';

/** All of the period in five figures. */
export function FiguresSummary({ figures: { rate, money, times }, voice }: { figures: ReturnFigures; voice: FiguresVoice }) {
  const { t, count, shareOf, hours, money: amount } = voice;
  const kept = money.credited + money.exchanged;
  const shown = [
    { key: 'rate', value: shareOf(rate.unitsBack, rate.units), note: t('summary.rateNote', { back: count(rate.unitsBack), units: count(rate.units) }) },
    { key: 'orders', value: shareOf(rate.ordersBack, rate.orders), note: t('summary.ordersNote', { back: count(rate.ordersBack), orders: count(rate.orders) }) },
    { key: 'kept', value: shareOf(kept, kept + money.refunded), note: t('summary.keptNote', { kept: amount(kept) }) },
    { key: 'time', value: hours(times.median), note: times.ninety === null ? null : t('summary.timeNote', { ninety: hours(times.ninety) }) },
    { key: 'withinDay', value: shareOf(times.withinDay, times.refunded), note: t('summary.withinDayNote', { count: count(times.withinDay), of: count(times.refunded) }) },
  ] as const;
  return (
    <TitledCard title={t('summary.title')}>
      <KeyFigures columns={5} figures={shown.map((figure) => ({ ...figure, label: t(`summary.${figure.key}`) }))} />
    </TitledCard>
  );
}
