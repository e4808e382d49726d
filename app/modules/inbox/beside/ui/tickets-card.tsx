import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { isDone } from '../../tickets/ticket.ts';
import type { BesideView } from '../beside-view.ts';
import { useBesideWords } from './words.ts';

/** The person's other conversations, newest first. */
export function TicketsCard({ tickets }: Pick<BesideView, 'tickets'>) {
  const { t } = useBesideWords();
  const { formats } = useAdmin();
  return (
    <TitledCard title={t('tickets.title')} gap="300">
      {tickets.length === 0 && (
        <Text as="p" tone="subdued">
          {t('tickets.none')}
        </Text>
      )}
      {tickets.map(({ id, subject, state, at }) => (
        <BlockStack key={id} gap="0">
          <Link url={`/app/inbox/${id}`}>{`#${id} ${subject || t('tickets.unnamed')}`}</Link>
          <InlineStack gap="200" blockAlign="center">
            <Badge progress={isDone(state) ? 'complete' : 'partiallyComplete'}>{t(`state.${state}`)}</Badge>
            <Text as="span" variant="bodySm" tone="subdued">
              {formats.shortMoment(at)}
            </Text>
          </InlineStack>
        </BlockStack>
      ))}
    </TitledCard>
  );
}
