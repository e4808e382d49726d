import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { Satisfaction } from '../satisfaction-view.server.ts';
import { useSatisfactionWords } from './words.ts';

/** What a ticket's customer said of the help they got. */
export function SatisfactionLine({ satisfaction: { askedAt, score, comment, answeredAt } }: { satisfaction: Satisfaction }) {
  const { t, name } = useSatisfactionWords();
  const { formats } = useAdmin();
  if (score === null || answeredAt === null) {
    return (
      <Text as="p" tone="subdued">
        {t('asked', { at: formats.shortMoment(askedAt) })}
      </Text>
    );
  }
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={score >= 4 ? 'success' : score === 3 ? undefined : 'critical'}>{name('scores', String(score))}</Badge>
        <Text as="span" tone="subdued">
          {formats.shortMoment(answeredAt)}
        </Text>
      </InlineStack>
      {comment !== '' && (
        <Text as="p" breakWord>
          {t('quoted', { comment })}
        </Text>
      )}
    </BlockStack>
  );
}
