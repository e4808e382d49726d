import { Badge, Banner, BlockStack, Button, Collapsible, Divider, InlineStack, Link, Text, Thumbnail } from '@shopify/polaris';
import { ChevronDownIcon, ChevronRightIcon, ImageIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { DeedsMenu } from '../../deeds/ui/deeds-menu.tsx';
import { WishedDeed } from '../../deeds/ui/wished-deed.tsx';
import type { BesideOrder, BesideView } from '../beside-view.ts';
import { useParts } from './beside-parts.ts';
import { Aftermath, Notices, Parcels, Part } from './order-parts.tsx';
import { LinkOrder, UnlinkOrder } from './link-order.tsx';
import { Story } from './story.tsx';
import { useBesideWords } from './words.ts';

/** The orders that matter here: what the conversation is about is open at once. */
export function OrdersCard({ view: { ticketId, verified, orders, hasMoreOrders, person } }: { view: BesideView }) {
  const { t } = useBesideWords();
  return (
    <TitledCard title={t('orders.title')}>
      {orders.length === 0 && (
        <BlockStack gap="100">
          <Text as="p">{t('orders.none')}</Text>
          <Text as="p" tone="subdued">
            {t('orders.noneText')}
          </Text>
        </BlockStack>
      )}
      {orders.map((order, at) => (
        <BlockStack key={order.id} gap="400">
          {at > 0 && <Divider />}
          <Order ticketId={ticketId} verified={verified} order={order} isOpen={at === 0} />
        </BlockStack>
      ))}
      <WishedDeed ticketId={ticketId} verified={verified} orders={orders} />
      <LinkOrder ticketId={ticketId} />
      {hasMoreOrders && (
        <Text as="p" tone="subdued">
          {t('orders.more')} {person.customer && <Link url={`shopify:admin/customers/${person.customer.id}`}>{t('orders.allAtShopify')}</Link>}
        </Text>
      )}
    </TitledCard>
  );
}

function Order({ ticketId, verified, order, isOpen }: Pick<BesideView, 'ticketId' | 'verified'> & { order: BesideOrder; isOpen: boolean }) {
  const { t } = useBesideWords();
  const { formats } = useAdmin();
  const { AddressLines, OrderBadges } = useParts();
  const [open, setOpen] = useState(isOpen);
  const id = `beside-order-${order.id}`;
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" align="space-between" blockAlign="start" wrap={false}>
        <BlockStack gap="100">
          <InlineStack gap="200" align="start" blockAlign="center">
            <Text as="h3" variant="headingSm">
              <Link url={`/app/orders/${order.id}`}>{order.name}</Link>
            </Text>
            {order.isMeant && <Badge tone="info">{t('orders.meant')}</Badge>}
            {order.standing !== 'theirs' && <Badge tone={order.standing === 'named' ? 'critical' : 'warning'}>{t(`orders.${order.standing}`)}</Badge>}
          </InlineStack>
          <InlineStack gap="100" align="start">
            <OrderBadges order={order} />
            {order.cancelled && <Badge tone="critical">{t('orders.cancelled')}</Badge>}
          </InlineStack>
          <Text as="p" tone="subdued">
            {[formats.money(order.total), order.refunded.minor > 0 && t('orders.refunded', { amount: formats.money(order.refunded) }), t('orders.placed', { at: formats.inSentence.day(order.placedAt) })].filter(Boolean).join(' · ')}
          </Text>
          {order.sentFor && (
            <Text as="p">
              {t('orders.sentFor')} <Link url={`/app/orders/${order.sentFor.id}`}>{order.sentFor.name}</Link>
            </Text>
          )}
        </BlockStack>
        <Button icon={open ? ChevronDownIcon : ChevronRightIcon} variant="tertiary" accessibilityLabel={t('orders.details', { name: order.name })} ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)} />
      </InlineStack>
      <Collapsible id={id} open={open}>
        <BlockStack gap="300">
          {order.standing !== 'theirs' && (
            <Banner tone="warning">
              <p>{t(`orders.${order.standing}Text`)}</p>
            </Banner>
          )}
          <DeedsMenu ticketId={ticketId} order={order} verified={verified} />
          <Part title={t('orders.parcels')}>
            <Parcels order={order} />
          </Part>
          <Items order={order} />
          {order.goesTo && (
            <Part title={t('orders.goesTo')}>
              <AddressLines address={order.goesTo} />
            </Part>
          )}
          <Aftermath order={order} />
          <Notices order={order} />
          <Story ticketId={ticketId} orderId={order.id} />
          {order.isMeant && <UnlinkOrder ticketId={ticketId} orderId={order.id} />}
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}

function Items({ order: { items } }: { order: BesideOrder }) {
  const { t } = useBesideWords();
  return (
    <Part title={t('orders.items')}>
      {items.map(({ title, variant, quantity, image }, at) => (
        <InlineStack key={at} gap="200" blockAlign="center" wrap={false}>
          <Thumbnail source={image ?? ImageIcon} alt="" size="extraSmall" />
          <Text as="span" breakWord>
            {`${quantity} × ${[title, variant].filter(Boolean).join(', ')}`}
          </Text>
        </InlineStack>
      ))}
    </Part>
  );
}
