import { BlockStack, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What is to be known before the rest is read. */
  text?: string;
  /** The room between its parts. */
  gap?: '200' | '300' | '400';
  children: ReactNode;
}

/** A card under a heading. */
export function TitledCard({ title, text, gap = '400', children }: Props) {
  return (
    <Card>
      <BlockStack gap={gap}>
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {text && (
            <Text as="p" tone="subdued">
              {text}
            </Text>
          )}
        </BlockStack>
        {children}
      </BlockStack>
    </Card>
  );
}
