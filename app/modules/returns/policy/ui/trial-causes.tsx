import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { TrialCause } from '../desk/trial.ts';
import { usePolicyWords } from './words.ts';

const shown = 20;

/** Which clauses make the difference, those that change most first. */
export function TrialCauses({ causes }: { causes: readonly TrialCause[] }) {
  const { t } = usePolicyWords();
  if (causes.length === 0) return null;
  return (
    <TitledCard title={t('try.causes')}>
      <BlockStack as="ul" gap="300">
        {causes.slice(0, shown).map(({ key, effect, before, after, returns }) => (
          <li key={key} style={{ overflowWrap: 'anywhere' }}>
            <BlockStack gap="100">
              <InlineStack gap="200">
                <Badge tone={effect === 'worse' ? 'attention' : 'success'}>{t(`try.effect.${effect}`)}</Badge>
                <Text as="span">{t('try.returns', { count: returns })}</Text>
              </InlineStack>
              <Text as="p">{after}</Text>
              {before !== after && (
                <Text as="p" tone="subdued">
                  {t('try.insteadOf', { words: before })}
                </Text>
              )}
            </BlockStack>
          </li>
        ))}
      </BlockStack>
    </TitledCard>
  );
}
