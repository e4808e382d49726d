import { Badge, IndexTable, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { ReturnRow } from '../views.ts';
import { NextBadge, ReturnBadge } from './return-badge.tsx';
import { useReturnWords } from './words.ts';

/** One return in the list: columns on a wide screen, a short card on a phone. The whole row opens the return. */
export function ReturnTableRow({ row, position, condensed, selected }: { row: ReturnRow; position: number; condensed: boolean; selected?: boolean }) {
  const { t } = useReturnWords();
  const { formats } = useAdmin();
  const link = <RowLink url={`/app/returns/${row.id}`}>{row.name}</RowLink>;
  const customer = row.customerName ?? t('noCustomer');
  const reasons = row.reasons.join(', ');
  const marks = (
    <>
      <ReturnBadge status={row.status} />
      {row.late && <Badge tone="critical">{t('late')}</Badge>}
      {row.exchange && <Badge>{t('exchange')}</Badge>}
      {row.exception && <Badge tone="attention">{t('exception')}</Badge>}
    </>
  );
  if (condensed) {
    return (
      <CondensedRow id={row.id} position={position} selected={selected}>
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
      </CondensedRow>
    );
  }
  return (
    <IndexTable.Row id={row.id} position={position} selected={selected}>
      <IndexTable.Cell>
        <InlineStack gap="200" wrap={false} blockAlign="center">
          {link}
          {marks}
        </InlineStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Cut width="180px">{customer}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formats.number(row.items)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Cut width="260px">{reasons}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <NextBadge next={row.next} />
      </IndexTable.Cell>
      <IndexTable.Cell>{formats.shortMoment(row.waitsSince)}</IndexTable.Cell>
      <IndexTable.Cell>{formats.shortMoment(row.createdAt)}</IndexTable.Cell>
    </IndexTable.Row>
  );
}
