import { Badge, BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import type { AttentionRow } from '#app/modules/orders/index.server.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { useHomeWords } from './words.ts';

/** The orders that wait for a person, the longest wait first, each with its reason. */
export function AttentionCard({ rows, total }: { rows: readonly AttentionRow[]; total: number }) {
  const { t } = useHomeWords();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">
            {t('attention.title')}
          </Text>
          {total > rows.length && <Link url="/app/orders?view=attention">{t('attention.all')}</Link>}
        </InlineStack>
        {rows.length === 0 ? (
          <Text as="p" tone="subdued">
            {t('attention.none')}
          </Text>
        ) : (
          <BlockStack as="ul" gap="300">
            {rows.map((row) => (
              <li key={row.id}>
                <Row row={row} />
              </li>
            ))}
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Row({ row }: { row: AttentionRow }) {
  const { t } = useHomeWords();
  const { formats } = useAdmin();
  return (
    <InlineStack align="space-between" gap="200" blockAlign="center">
      <BlockStack gap="050">
        <InlineStack gap="200" align="start">
          <Link url={`/app/orders/${row.id}`}>{row.name}</Link>
          {row.customerName && (
            <Text as="span" breakWord>
              {row.customerName}
            </Text>
          )}
        </InlineStack>
        <Text as="p" variant="bodySm" tone="subdued">
          {t('attention.since', { at: formats.shortMoment(row.since) })}
        </Text>
      </BlockStack>
      <InlineStack gap="100" align="start">
        {row.reasons.map((reason) => (
          <Badge key={reason} tone={reason === 'late' || reason === 'exception' ? 'critical' : 'warning'}>
            {t(`attention.${reason}`)}
          </Badge>
        ))}
      </InlineStack>
    </InlineStack>
  );
}
