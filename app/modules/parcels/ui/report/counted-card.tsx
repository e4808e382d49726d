import { BlockStack, Card, Text } from '@shopify/polaris';
import { fewestToSay } from '../../report/enough.ts';
import type { ReportVoice } from './use-report-voice.ts';

const terms = ['kept', 'keptLast', 'transit', 'exceptions', 'lost', 'contacts', 'ranges'] as const;

/** What each figure means, and when there is none. */
export function CountedCard({ voice: { t } }: { voice: ReportVoice }) {
  const entries = [...terms.map((term) => ({ term, title: t(`counted.${term}Term`), text: t(`counted.${term}`) })), { term: 'few', title: t('counted.fewTerm'), text: t('counted.few', { count: fewestToSay }) }];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('counted.title')}
        </Text>
        <dl style={{ margin: 0, display: 'grid', gap: 'var(--p-space-300)', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' }}>
          {entries.map(({ term, title, text }) => (
            <div key={term}>
              <Text as="dt" fontWeight="semibold">
                {title}
              </Text>
              <Text as="dd" tone="subdued">
                {text}
              </Text>
            </div>
          ))}
        </dl>
      </BlockStack>
    </Card>
  );
}
