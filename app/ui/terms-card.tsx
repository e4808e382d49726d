import { Text } from '@shopify/polaris';
import { TitledCard } from './titled-card.tsx';

interface Props {
  title: string;
  terms: readonly { term: string; text: string }[];
}

/** What the words and figures of a page mean. */
export function TermsCard({ title, terms }: Props) {
  return (
    <TitledCard title={title} gap="300">
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
    </TitledCard>
  );
}
