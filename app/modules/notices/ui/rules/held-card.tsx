import { BlockStack, Divider, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Tally } from '#app/ui/tally.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { HeldNotices } from '../../views.ts';
import { useRulesWords } from './words.ts';

/** What of a kind waits, and what was held back lately and why; nothing where there was nothing. */
export function HeldCard({ held: { waiting, next, reasons, latest } }: { held: HeldNotices }) {
  const { t, name } = useRulesWords();
  const { formats } = useAdmin();
  if (waiting === 0 && reasons.length === 0) return null;
  return (
    <TitledCard title={t('heldCard.title')} gap="300">
      {waiting > 0 && next && <Text as="p">{t('heldCard.waiting', { count: waiting, at: formats.shortMoment(next) })}</Text>}
      <Tally lines={reasons.map(({ reason, count }) => ({ key: reason, what: name('held', reason), count: formats.number(count) }))} />
      {latest.length > 0 && (
        <>
          <Divider />
          <Text as="h3" variant="headingSm">
            {t('heldCard.latest')}
          </Text>
          {latest.map(({ orderId, orderName, at, reason }, place) => (
            <BlockStack key={place}>
              <Text as="span">
                <Link url={`/app/orders/${orderId}`}>{orderName}</Link> · {formats.shortMoment(at)}
              </Text>
              <Text as="span" tone="subdued">
                {name('held', reason)}
              </Text>
            </BlockStack>
          ))}
        </>
      )}
    </TitledCard>
  );
}
