import { Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { RefundView } from '../../processing/refund-view.server.ts';
import { useReturnWords } from '../words.ts';

/** What the customer was shown and promised before they confirmed; nothing was for returns begun elsewhere. */
export function PromisedCard({ promised }: Pick<RefundView, 'promised'>) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  if (!promised) {
    return (
      <TitledCard title={t('promised.title')}>
        <Text as="p" tone="subdued">
          {t('promised.none')}
        </Text>
      </TitledCard>
    );
  }
  const { shown, refundOn, road } = promised;
  const money = (minor: number) => (minor > 0 ? formats.money({ minor, currency: shown.currency }) : null);
  return (
    <TitledCard title={t('promised.title')} text={t('promised.text')}>
      <Facts
        facts={[
          [t('promised.refund'), money(shown.refund)],
          [t('promised.owed'), money(shown.owed)],
          [t('promised.bonus'), money(shown.bonus)],
          [t('promised.road'), t(`promised.roads.${road}`)],
          [t('promised.when'), road === 'keep' || road === 'warranty' ? null : t(`promised.on.${refundOn}`)],
        ]}
      />
    </TitledCard>
  );
}
