import { InlineStack, Text } from '@shopify/polaris';
import { chartColours } from './chart.tsx';

interface Props {
  entries: readonly { tone: keyof typeof chartColours; text: string }[];
}

/** What the colours of charts nearby mean. */
export function Legend({ entries }: Props) {
  return (
    <InlineStack gap="300">
      {entries.map(({ tone, text }) => (
        <InlineStack key={text} gap="100" blockAlign="center" wrap={false}>
          <span aria-hidden style={{ flex: 'none', width: 10, height: 10, borderRadius: 2, background: chartColours[tone] }} />
          <Text as="span" variant="bodySm" tone="subdued">
            {text}
          </Text>
        </InlineStack>
      ))}
    </InlineStack>
  );
}
