import { Badge, BlockStack, Box, IndexTable, InlineStack, Link, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ReturnRow } from '../views.ts';
import { NextBadge, ReturnBadge } from './return-badge.tsx';
import { useReturnWords } from './words.ts';

/** One return in the list: columns on a wide screen, a short card on a phone. The whole row opens the return. */
export function ReturnTableRow({ row, position, condensed }: { row: ReturnRow; position: number; condensed: boolean }) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const link = (
    <Link dataPrimaryLink url={`/app/returns/${row.id}`} monochrome removeUnderline>
      <Text as="span" variant="bodyMd" fontWeight="semibold">
        {row.name}
      </Text>
    </Link>
  );
  const customer = row.customerName ?? t('noCustomer');
  const reasons = row.reasons.join(', ');
  const marks = (
    <>
      <ReturnBadge status={row.status} />
      {row.exchange && <Badge>{t('exchange')}</Badge>}
    </>
  );
  if (condensed) {
    return (
      <IndexTable.Row id={row.id} position={position}>
        <Box padding="300" width="100%">
          <BlockStack gap="150">
            <InlineStack align="space-between" gap="200">
              {link}
              <Text as="span">{t('items', { count: row.items })}</Text>
            </InlineStack>
            <Text as="p" tone="subdued" breakWord>
              {[customer, reasons].filter(Boolean).join(' · ')}
            </Text>
            <InlineStack gap="100" align="start">
              {marks}
              <NextBadge next={row.next} />
            </InlineStack>
            <Text as="p" tone="subdued">
              {t('detail.since', { at: formats.shortMoment(row.waitsSince) })}
            </Text>
          </BlockStack>
        </Box>
      </IndexTable.Row>
    );
  }
  return (
    <IndexTable.Row id={row.id} position={position}>
      <IndexTable.Cell>
        <InlineStack gap="200" wrap={false} blockAlign="center">
          {link}
          {marks}
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Box maxWidth="180px">
          <Text as="span" truncate>
            {customer}
          </Text>
        </Box>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formats.number(row.items)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Box maxWidth="260px">
          <Text as="span" truncate>
            {reasons}
          </Text>
        </Box>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <NextBadge next={row.next} />
      </IndexTable.Cell>
      <IndexTable.Cell>{formats.shortMoment(row.waitsSince)}</IndexTable.Cell>
      <IndexTable.Cell>{formats.shortMoment(row.createdAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
