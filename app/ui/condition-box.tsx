import { BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  remove: string;
  /** Says which one is removed to who does not see where the button stands. */
  removeLabel: string;
  onRemove(): void;
  children: ReactNode;
}

/** One condition of several in a form, with the button that takes it out. */
export function ConditionBox({ title, remove, removeLabel, onRemove, children }: Props) {
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingSm">
            {title}
          </Text>
          <Button variant="plain" tone="critical" accessibilityLabel={removeLabel} onClick={onRemove}>
            {remove}
          </Button>
        </InlineStack>
        {children}
      </BlockStack>
    </Box>
  );
}
