import { BlockStack, InlineGrid, Text } from '@shopify/polaris';

interface KeyFigure {
  key: string;
  label: string;
  value: string;
  note?: string | null | undefined;
}

/** The figures of a period at a glance, two beside each other on a phone. */
export function KeyFigures({ figures, columns }: { figures: readonly KeyFigure[]; columns: 4 | 5 }) {
  return (
    <InlineGrid columns={{ xs: 2, md: columns }} gap="400">
      {figures.map(({ key, label, value, note }) => (
        <BlockStack key={key} gap="050">
          <Text as="h3" variant="bodyMd">
            {label}
          </Text>
          <Text as="p" variant="headingLg" numeric>
            {value}
          </Text>
          {note && (
            <Text as="p" variant="bodySm" tone="subdued">
              {note}
            </Text>
          )}
        </BlockStack>
      ))}
    </InlineGrid>
  );
}
