import { BlockStack, Card, Text } from '@shopify/polaris';
import type { EffectVoice } from './use-effect-voice.ts';

const terms = ['who', 'question', 'interval', 'end'] as const;

/** What the figures mean. */
export function CountedCard({ voice: { t } }: { voice: EffectVoice }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('counted.title')}
        </Text>
        <dl style={{ margin: 0, display: 'grid', gap: 'var(--p-space-300)', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' }}>
          {terms.map((term) => (
            <div key={term}>
              <Text as="dt" fontWeight="semibold">
                {t(`counted.${term}Term`)}
              </Text>
              <Text as="dd" tone="subdued">
                {t(`counted.${term}`)}
              </Text>
            </div>
          ))}
        </dl>
      </BlockStack>
    </Card>
  );
}
