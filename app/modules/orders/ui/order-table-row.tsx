import { Badge, BlockStack, IndexTable, InlineStack, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { CondensedRow, Cut, RowLink } from '#app/ui/list-row.tsx';
import type { OrderRow } from '../views.ts';
import { AttentionBadges, FulfillmentBadge, ParcelBadge, PaymentBadge } from './badges.tsx';
import { useOrderWords } from './words.ts';

/** One order in the list: columns on a wide screen, a short card on a phone. The whole row opens the order. */
export function OrderTableRow({ row, position, condensed }: { row: OrderRow; position: number; condensed: boolean }) {
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  const link = <RowLink url={`/app/orders/${row.id}`}>{row.name}</RowLink>;
  const marks = (
    <>
      {row.test && <Badge>{t('test')}</Badge>}
      {row.cancelledAt && <Badge tone="critical">{t('cancelled')}</Badge>}
    </>
  );
  const customer = row.customerName ?? row.email ?? t('noCustomer');
  const total = formats.money(row.total.shop);
  const delivery = row.deliveryStatus && <ParcelBadge status={row.deliveryStatus} />;

  if (condensed) {
    return (
      <CondensedRow id={row.id} position={position}>
        <InlineStack align="space-between" gap="200">
          {link}
          <Text as="span" numeric>
            {total}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued" breakWord>
          {customer} · {formats.shortMoment(row.processedAt)}
        </Text>
        <InlineStack gap="100" align="start">
          {marks}
          <PaymentBadge status={row.financialStatus} />
          <FulfillmentBadge status={row.fulfillmentStatus} />
          {delivery}
        </InlineStack>
        <AttentionBadges reasons={row.attention} />
      </CondensedRow>
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
      <IndexTable.Cell>{formats.shortMoment(row.processedAt)}</IndexTable.Cell>
      <IndexTable.Cell>
        <Cut width="180px">{customer}</Cut>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {total}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <PaymentBadge status={row.financialStatus} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <FulfillmentBadge status={row.fulfillmentStatus} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="100" inlineAlign="start">
          {delivery}
          <AttentionBadges reasons={row.attention} />
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {formats.number(row.itemCount)}
        </Text>
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}
