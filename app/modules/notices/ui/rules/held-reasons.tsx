import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { HeldNotices } from '../../views.ts';
import { useRulesWords } from './words.ts';

/** Why notices were held back before there was a message, with how many. */
export function HeldReasons({ reasons }: Pick<HeldNotices, 'reasons'>) {
  const { t, name } = useRulesWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('heldCard.before')}
      </Text>
      {reasons.map(({ reason, count }) => (
        <InlineStack key={reason} align="space-between" gap="400" wrap={false}>
          <Text as="span">{name('held', reason)}</Text>
          <Text as="span" tone="subdued">
            {formats.number(count)}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}
