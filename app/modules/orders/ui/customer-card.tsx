import { BlockStack, Card, InlineStack, Link, Tag, Text } from '@shopify/polaris';
import { languageName } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { CustomerView, OrderStory } from '../views.ts';
import { AddressLines } from './address-lines.tsx';
import { FulfillmentBadge } from './badges.tsx';
import { useOrderWords } from './words.ts';

/** Who ordered: how to reach them, what we know of them, what they ordered before, and where this order goes. */
export function CustomerCard({ customer, order }: { customer: CustomerView | null; order: OrderStory['order'] }) {
  const { t } = useOrderWords();
  const { formats, locale } = useAdmin();
  const language = customer?.locale ?? order.customerLocale;
  const contacts = customer?.contacts ?? guestContacts(order);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('customer.title')}
          </Text>
          {customer ? (
            <Link url={`shopify:admin/customers/${customer.id}`}>
              {customer.name ?? t('customer.unnamed')}
            </Link>
          ) : (
            <Text as="p">{t('customer.guest')}</Text>
          )}
          {customer && (
            <Text as="p" tone="subdued">
              {[
                t('customer.orders', { count: ordersKnown(customer) }),
                customer.amountSpent && t('customer.spent', { amount: formats.money(customer.amountSpent) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          )}
          {language && (
            <Text as="p" tone="subdued">
              {t('customer.language', { language: languageName(language, locale) })}
            </Text>
          )}
          {customer && customer.tags.length > 0 && (
            <InlineStack gap="100">
              {customer.tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </InlineStack>
          )}
        </BlockStack>
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t('customer.contacts')}
          </Text>
          {contacts.length === 0 && <Text as="p">{t('customer.noContacts')}</Text>}
          {contacts.map(({ kind, value, source }) => (
            <Text key={`${kind} ${value}`} as="p" breakWord>
              <Link url={`${kind === 'email' ? 'mailto' : 'tel'}:${value}`}>{value}</Link>
              {source === 'order' && (
                <Text as="span" tone="subdued">
                  {' '}
                  · {t('customer.fromOrder')}
                </Text>
              )}
            </Text>
          ))}
        </BlockStack>
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {t('customer.address')}
          </Text>
          {order.shippingAddress ? <AddressLines address={order.shippingAddress} /> : <Text as="p">{t('customer.noAddress')}</Text>}
        </BlockStack>
        {customer && <EarlierOrders earlier={customer.earlierOrders} />}
      </BlockStack>
    </Card>
  );
}

function EarlierOrders({ earlier }: { earlier: CustomerView['earlierOrders'] }) {
  const { t } = useOrderWords();
  const { formats } = useAdmin();
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t('customer.earlier')}
      </Text>
      {earlier.newest.length === 0 && <Text as="p">{t('customer.noEarlier')}</Text>}
      {earlier.newest.map((order) => (
        <InlineStack key={order.id} gap="200" align="space-between">
          <Link url={`/app/orders/${order.id}`}>{order.name}</Link>
          <Text as="span" tone="subdued">
            {formats.day(order.processedAt)} · {formats.money(order.total.shop)}
          </Text>
          <FulfillmentBadge status={order.fulfillmentStatus} />
        </InlineStack>
      ))}
    </BlockStack>
  );
}

function guestContacts({ email, phone }: OrderStory['order']): CustomerView['contacts'] {
  return [...(email ? [{ kind: 'email' as const, value: email, source: 'order' as const }] : []), ...(phone ? [{ kind: 'phone' as const, value: phone, source: 'order' as const }] : [])];
}

/** Shopify's count reaches us later than the order itself: never fewer than those we hold. */
function ordersKnown({ ordersCount, earlierOrders }: CustomerView): number {
  return Math.max(ordersCount, earlierOrders.count + 1);
}
