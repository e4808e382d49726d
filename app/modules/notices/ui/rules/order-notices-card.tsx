import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { OrderNotice } from '../../views.ts';
import { useNoticeWords } from '../words.ts';
import { useRulesWords } from './words.ts';

/** What the customer of an order is still to be told, and what they were not told and why; nothing where there is neither. */
export function OrderNoticesCard({ notices }: { notices: readonly OrderNotice[] }) {
  const { t, name } = useRulesWords();
  const kinds = useNoticeWords();
  const { formats } = useAdmin();
  if (notices.length === 0) return null;
  return (
    <TitledCard title={t('ofOrder.title')} gap="300">
      {notices.map(({ id, kind, at, heldFor }) => (
        <BlockStack key={id}>
          <InlineStack gap="200">
            <Link url={`/app/notices/${kind}`}>{kinds.t(`kind.${kind}`)}</Link>
            <Text as="span" tone="subdued">
              {heldFor === null ? t('ofOrder.waits', { at: formats.shortMoment(at) }) : t('ofOrder.held', { at: formats.shortMoment(at) })}
            </Text>
          </InlineStack>
          {heldFor !== null && <Text as="span">{name('held', heldFor)}</Text>}
        </BlockStack>
      ))}
    </TitledCard>
  );
}
