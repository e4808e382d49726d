import { Badge, BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import type { HomeOverview } from '../views.ts';
import type { AttentionRow } from '#app/modules/orders/index.server.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { useHomeWords } from './words.ts';

/** What waits for a person: own words that fail, parcels in trouble by what is wrong, then the other orders, the longest wait first. */
export function AttentionCard({ troubles, rows, total, failingWords }: Pick<HomeOverview, 'troubles' | 'failingWords'> & { rows: readonly AttentionRow[]; total: number }) {
  const { t, name } = useHomeWords();
  const { formats } = useAdmin();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">
            {t('attention.title')}
          </Text>
          {total > rows.length && <Link url="/app/orders?view=attention">{t('attention.all')}</Link>}
        </InlineStack>
        {failingWords.map((kind) => (
          <Link key={kind} url={`/app/notices/${kind}`}>
            {t('attention.failingWords', { kind: name('notice', kind) })}
          </Link>
        ))}
        {troubles.open > 0 && (
          <BlockStack as="ul" gap="200">
            {troubles.groups.map(({ kind, cause, count }) => (
              <li key={`${kind} ${cause}`}>
                <InlineStack align="space-between" gap="200" blockAlign="center">
                  <Link url={`/app/parcels?${new URLSearchParams({ kind, cause: cause ?? '' })}`}>{cause ? `${name('trouble', kind)} · ${name('cause', cause)}` : name('trouble', kind)}</Link>
                  <Badge tone="critical">{formats.number(count)}</Badge>
                </InlineStack>
              </li>
            ))}
            <li>
              <Link url="/app/parcels">{t('attention.parcels', { count: troubles.open })}</Link>
            </li>
          </BlockStack>
        )}
        {rows.length + troubles.open + failingWords.length === 0 ? (
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
