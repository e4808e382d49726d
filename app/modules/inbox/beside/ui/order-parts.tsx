import { Badge, BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import type { BesideOrder } from '../beside-view.ts';
import { useParts } from './beside-parts.ts';
import { useBesideWords } from './words.ts';

interface Props {
  order: BesideOrder;
}

/** A part of an order under its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="100">
      <Text as="h4" variant="headingXs" tone="subdued">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}

/** Where an order's parcels are now, and when they come. */
export function Parcels({ order: { parcels } }: { order: Pick<BesideOrder, 'parcels'> }) {
  const { ParcelBadges } = useParts();
  const { t } = useBesideWords();
  const { formats } = useAdmin();
  if (parcels.length === 0) return <Text as="p">{t('orders.noParcels')}</Text>;
  const told = ({ promise, deliveredAt, since }: BesideOrder['parcels'][number]) => {
    if (deliveredAt) return t('orders.delivered', { at: formats.shortMoment(deliveredAt) });
    const { calendarDay } = formats.inSentence;
    if (promise) return promise.from === promise.to ? t('orders.arrives', { day: calendarDay(promise.to) }) : t('orders.arrivesBetween', { from: calendarDay(promise.from), to: calendarDay(promise.to) });
    return since && t('orders.since', { at: formats.shortMoment(since) });
  };
  return parcels.map((parcel) => (
    <BlockStack key={parcel.id} gap="050">
      <ParcelBadges parcel={parcel} />
      <Text as="span" breakWord>
        {[parcel.carrierName, parcel.url ? null : parcel.number].filter(Boolean).join(' ')}{' '}
        {parcel.url && (
          <Link url={parcel.url} target="_blank">
            {parcel.number ?? t('orders.parcel')}
          </Link>
        )}
      </Text>
      {told(parcel) && (
        <Text as="span" variant="bodySm" tone="subdued">
          {told(parcel)}
        </Text>
      )}
    </BlockStack>
  ));
}

/** What the customer reported, sent back and got back. */
export function Aftermath({ order: { problems, returns, refunds } }: Props) {
  const { t } = useBesideWords();
  const { ProblemBadge, ProblemName, ReturnBadge } = useParts();
  const { formats } = useAdmin();
  return (
    <>
      {problems.length > 0 && (
        <Part title={t('orders.problems')}>
          {problems.map(({ id, kind, state, at }) => (
            <InlineStack key={id} gap="200" blockAlign="center">
              <Link url={`/app/problems/${id}`}>
                <ProblemName kind={kind} />
              </Link>
              <ProblemBadge state={state} />
              <Text as="span" variant="bodySm" tone="subdued">
                {formats.shortMoment(at)}
              </Text>
            </InlineStack>
          ))}
        </Part>
      )}
      {returns.length > 0 && (
        <Part title={t('orders.returns')}>
          {returns.map((back) => (
            <InlineStack key={back.id} gap="200" blockAlign="center">
              <Link url={`/app/returns/${back.id}`}>{back.name}</Link>
              <ReturnBadge status={back.status} />
            </InlineStack>
          ))}
        </Part>
      )}
      {refunds.length > 0 && (
        <Part title={t('orders.refunds')}>
          {refunds.map(({ id, amount, at }) => (
            <Text key={id} as="p">
              {t('orders.refund', { amount: formats.money(amount), at: formats.shortMoment(at) })}
            </Text>
          ))}
        </Part>
      )}
    </>
  );
}

/** What the customer was told about the order, and whether they saw it. */
export function Notices({ order: { notices } }: Props) {
  const { t } = useBesideWords();
  const { ChannelName, MessageBadge, NoticeName } = useParts();
  const { formats } = useAdmin();
  return (
    <Part title={t('orders.notices')}>
      {notices.length === 0 && <Text as="p">{t('orders.noNotices')}</Text>}
      {notices.map(({ id, kind, channel, state, at, seenAt, cameBack }) => (
        <BlockStack key={id} gap="0">
          <Link url={`/app/messages/${id}`}>
            <NoticeName kind={kind} />
          </Link>
          <InlineStack gap="200" blockAlign="center">
            <Text as="span" variant="bodySm" tone="subdued">
              <ChannelName channel={channel} /> · {[formats.shortMoment(at), state === 'sent' && !cameBack && (seenAt ? t('orders.seen', { at: formats.shortMoment(seenAt) }) : t('orders.unseen'))].filter(Boolean).join(' · ')}
            </Text>
            {cameBack ? <Badge tone="critical">{t('orders.cameBack')}</Badge> : state !== 'sent' && <MessageBadge state={state} />}
          </InlineStack>
        </BlockStack>
      ))}
    </Part>
  );
}
