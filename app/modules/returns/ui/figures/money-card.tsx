import { ShareBar } from '#app/ui/chart/share-bar.tsx';
import { Legend } from '#app/ui/chart/legend.tsx';
import type { MonthMoney, ReturnMoneyFigures } from '../../figures/views.ts';
import { FiguresCard } from './figures-card.tsx';
import type { FiguresVoice } from './use-figures-voice.ts';

/** What was refunded, and what the shop kept by store credit and exchange. */
export function MoneyCard({ money, months, voice }: { money: ReturnMoneyFigures; months: readonly MonthMoney[]; voice: FiguresVoice }) {
  const { t, count, month, money: amount } = voice;
  const settled = money.refunded + money.credited + money.exchanged;
  const said = { refunded: amount(money.refunded), credited: amount(money.credited), exchanged: amount(money.exchanged) };
  const parts = [
    { share: money.refunded / settled, tone: 'none' },
    { share: money.credited / settled, tone: 'plain' },
    { share: money.exchanged / settled, tone: 'good' },
  ] as const;
  return (
    <FiguresCard
      title={t('money.title')}
      text={t('money.text')}
      none={settled === 0 ? t('money.none') : null}
      headings={[t('month'), t('money.returns'), t('money.refunded'), t('money.credited'), t('money.exchanged'), t('money.bonus'), t('money.fees')]}
      rows={months.map((row) => [month(row.month), count(row.returns), amount(row.refunded), amount(row.credited), amount(row.exchanged), amount(row.bonus), amount(row.fees)])}
      voice={voice}
    >
      <ShareBar label={t('money.label', said)} parts={parts} width={240} />
      <Legend
        entries={[
          { tone: 'none', text: `${t('money.refunded')}: ${said.refunded}` },
          { tone: 'plain', text: `${t('money.credited')}: ${said.credited}` },
          { tone: 'good', text: `${t('money.exchanged')}: ${said.exchanged}` },
        ]}
      />
    </FiguresCard>
  );
}
