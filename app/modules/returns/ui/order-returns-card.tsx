import { BlockStack, Divider, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { waitsOn } from '../next-step.ts';
import type { ReturnView } from '../views.ts';
import { NextBadge, ReturnBadge } from './return-badge.tsx';
import { ExchangeLines, ReturnLines } from './return-lines.tsx';
import { WayBack } from './way-back.tsx';
import { useReturnWords } from './words.ts';

/** The returns of an order: how each stands, what comes back and why, how it comes, and whose turn it is. Nothing where there are none. */
export function OrderReturnsCard({ returns }: { returns: readonly ReturnView[] }) {
  const { t } = useReturnWords();
  if (returns.length === 0) return null;
  return (
    <TitledCard title={t('card.title')}>
      {returns.map((view, at) => (
        <BlockStack key={view.id} gap="400">
          {at > 0 && <Divider />}
          <OneReturn view={view} />
        </BlockStack>
      ))}
    </TitledCard>
  );
}

function OneReturn({ view }: { view: ReturnView }) {
  const { t, name } = useReturnWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/returns/${view.id}`}>{view.name}</Link>
        <ReturnBadge status={view.status} />
        <NextBadge next={view.next} />
        {view.next !== 'done' && (
          <Text as="span" tone="subdued">
            {t(`waits.${waitsOn(view.next)}`)} · {t('detail.since', { at: formats.shortMoment(view.waitsSince) })}
          </Text>
        )}
      </InlineStack>
      <ReturnLines lines={view.lines} />
      {view.exchangeLines.length > 0 && (
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {t('exchangeLines.title')}
          </Text>
          <ExchangeLines lines={view.exchangeLines} />
        </BlockStack>
      )}
      {view.shippingFee && (
        <Text as="p">
          {t('detail.shippingFee')}: {formats.money(view.shippingFee.shop)}
        </Text>
      )}
      {view.decline && (
        <Text as="p" breakWord>
          {[name('declineReason', view.decline.reason), view.decline.note].filter(Boolean).join(' · ')}
        </Text>
      )}
      {(view.deliveries.length > 0 || view.received.length > 0) && <WayBack view={view} />}
    </BlockStack>
  );
}
