import { BlockStack, Box, IndexTable, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** What a row of a list is called; the whole row opens it. */
export function RowLink({ url, children }: { url: string; children: ReactNode }) {
  return (
    <Link dataPrimaryLink url={url} monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">
        {children}
      </Text>
    </Link>
  );
}

/** A row on a phone: its facts stand below each other. */
export function CondensedRow({ children, ...row }: { id: string; position: number; selected?: boolean; children: ReactNode }) {
  return (
    <IndexTable.Row {...row}>
      <Box padding="300" width="100%">
        <BlockStack gap="100">{children}</BlockStack>
      </Box>
    </IndexTable.Row>
  );
}

/** Words in a column that may be longer than it is wide; without a width, as wide as the column is. */
export function Cut({ width = '100%', small = false, subdued = small, children }: { width?: `${number}px` | '100%'; small?: boolean; subdued?: boolean; children: ReactNode }) {
  return (
    <Box maxWidth={width}>
      <Text as="span" truncate variant={small ? 'bodySm' : undefined} tone={subdued ? 'subdued' : undefined}>
        {children}
      </Text>
    </Box>
  );
}
