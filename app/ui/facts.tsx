import { BlockStack, Text } from '@shopify/polaris';

/** What is known of something, each under its name; what is not known is left out. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: string | null | undefined])[] }) {
  return facts.map(
    ([label, value]) =>
      value && (
        <BlockStack key={label}>
          <Text as="span" variant="bodySm" tone="subdued">
            {label}
          </Text>
          <div style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{value}</div>
        </BlockStack>
      ),
  );
}
