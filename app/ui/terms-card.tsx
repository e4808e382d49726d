import { BlockStack, Card, Text } from '@shopify/polaris';

interface Props {
  title: string;
  terms: readonly { term: string; text: string }[];
}

/** What the words and figures of a page mean. */
export function TermsCard({ title, terms }: Props) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <dl style={{ margin: 0, display: 'grid', gap: 'var(--p-space-300)', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))' }}>
          {terms.map(({ term, text }) => (
            <div key={term}>
              <Text as="dt" fontWeight="semibold">
                {term}
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
