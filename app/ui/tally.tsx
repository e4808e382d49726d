import { InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** What was counted and how often, a line each. */
export function Tally({ lines }: { lines: readonly { key: string; what: ReactNode; count: string }[] }) {
  return lines.map(({ key, what, count }) => (
    <InlineStack key={key} align="space-between" gap="400" wrap={false}>
      <Text as="span" breakWord>
        {what}
      </Text>
      <Text as="span" tone="subdued">
        {count}
      </Text>
    </InlineStack>
  ));
}
