import { Badge, BlockStack, InlineStack, Layout, Link, Page, Tag, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { OrderStory } from '../views.ts';
import { AttentionBadges, FulfillmentBadge, PaymentBadge } from './badges.tsx';
import { CustomerCard } from './customer-card.tsx';
import { useListUrl } from './last-list.ts';
import { LinesCard } from './lines-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { Timeline } from './timeline.tsx';
import { useOrderWords } from './words.ts';

/** One order: its story, its parcels (which another room shows), what was bought and paid, and by whom. */
export function OrderPage({ story, parcels }: { story: OrderStory; parcels: ReactNode }) {
  const backUrl = useListUrl();
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  const { order, customer, lines, refunds, timeline } = story;
  return (
    <Page
      title={order.name}
      subtitle={t('order.placed', { at: formats.moment(order.processedAt) })}
      backAction={{ content: t('order.back'), url: backUrl }}
      titleMetadata={
        <InlineStack gap="100">
          <PaymentBadge status={order.financialStatus} />
          <FulfillmentBadge status={order.fulfillmentStatus} />
          {order.cancelledAt && <Badge tone="critical">{t('cancelled')}</Badge>}
          {order.test && <Badge>{t('test')}</Badge>}
          <AttentionBadges reasons={order.attention} />
        </InlineStack>
      }
      secondaryActions={[{ content: t('order.openInShopify'), url: `shopify:admin/orders/${order.id}` }]}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {parcels}
            <LinesCard lines={lines} />
            <Timeline entries={timeline} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <CustomerCard customer={customer} order={order} />
            <MoneyCard order={order} refunds={refunds} />
            <Notes order={order} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Notes({ order }: { order: OrderStory['order'] }) {
  const { t } = useOrderWords();
  return (
    <TitledCard title={t('notes.title')} gap="300">
      <Text as="p" breakWord tone={order.note ? undefined : 'subdued'}>
        {order.note ?? t('notes.noNote')}
      </Text>
      {order.tags.length > 0 ? (
        <InlineStack gap="100">
          {order.tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </InlineStack>
      ) : (
        <Text as="p" tone="subdued">
          {t('notes.noTags')}
        </Text>
      )}
      {order.imported && (
        <Text as="p" tone="subdued">
          {t('imported')}
        </Text>
      )}
      {order.statusPageUrl && (
        <Link url={order.statusPageUrl} target="_blank">
          {t('order.customerPage')}
        </Link>
      )}
    </TitledCard>
  );
}
