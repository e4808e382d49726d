import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import type { TicketView } from '../ticket-view.ts';
import { useArrange } from './use-arrange.ts';
import { useTicketWords } from './words.ts';

/** The tickets that are read in this one; each can be taken out again. */
export function MergedCard({ view: { merged } }: { view: TicketView }) {
  const { t } = useTicketWords();
  const { arrange, busy } = useArrange();
  if (merged.length === 0) return null;
  return (
    <Card padding="300">
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {t('arrange.merged')}
        </Text>
        {merged.map(({ id, subject }) => (
          <InlineStack key={id} align="space-between" blockAlign="center" gap="200">
            <Text as="span" breakWord>
              #{id} {subject}
            </Text>
            <Button variant="plain" disabled={busy} onClick={() => arrange({ intent: 'unmerge', ticket: String(id) })} accessibilityLabel={t('arrange.unmergeThis', { ticket: `#${id}` })}>
              {t('arrange.unmerge')}
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  );
}
