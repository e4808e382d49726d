import { BlockStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { Tally } from '#app/ui/tally.tsx';
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
      <Tally lines={reasons.map(({ reason, count }) => ({ key: reason, what: name('held', reason), count: formats.number(count) }))} />
    </BlockStack>
  );
}
