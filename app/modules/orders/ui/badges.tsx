import { Badge, InlineStack, type BadgeProps } from '@shopify/polaris';
import type { AttentionReason } from '../views.ts';
import { useOrderWords } from './words.ts';

type Look = Pick<BadgeProps, 'tone' | 'progress'>;

const payment: Record<string, Look> = {
  paid: { progress: 'complete' },
  partially_paid: { tone: 'warning', progress: 'partiallyComplete' },
  pending: { tone: 'warning', progress: 'incomplete' },
  authorized: { tone: 'attention', progress: 'incomplete' },
  expired: { tone: 'critical', progress: 'incomplete' },
  partially_refunded: { progress: 'partiallyComplete' },
  refunded: { progress: 'complete' },
  voided: { progress: 'complete' },
};

const fulfillment: Record<string, Look> = {
  unfulfilled: { tone: 'attention', progress: 'incomplete' },
  partially_fulfilled: { tone: 'warning', progress: 'partiallyComplete' },
  fulfilled: { progress: 'complete' },
  restocked: { progress: 'complete' },
};

const parcel: Record<string, Look> = {
  in_transit: { tone: 'info', progress: 'partiallyComplete' },
  carrier_picked_up: { tone: 'info', progress: 'partiallyComplete' },
  out_for_delivery: { tone: 'info', progress: 'partiallyComplete' },
  ready_for_pickup: { tone: 'attention', progress: 'partiallyComplete' },
  attempted_delivery: { tone: 'warning', progress: 'partiallyComplete' },
  delayed: { tone: 'warning', progress: 'partiallyComplete' },
  delivered: { tone: 'success', progress: 'complete' },
  picked_up: { tone: 'success', progress: 'complete' },
  failure: { tone: 'critical', progress: 'partiallyComplete' },
};

const attention: Record<AttentionReason, Look> = {
  unfulfilled: { tone: 'warning' },
  no_scan: { tone: 'warning' },
  late: { tone: 'critical' },
  exception: { tone: 'critical' },
};

export function PaymentBadge({ status }: { status: string | null }) {
  const { name } = useOrderWords();
  return status && <Badge {...payment[status]}>{name('payment', status)}</Badge>;
}

export function FulfillmentBadge({ status }: { status: string | null }) {
  const { name } = useOrderWords();
  return status && <Badge {...fulfillment[status]}>{name('fulfillment', status)}</Badge>;
}

/** Where a parcel is; says so where no scan is known. */
export function ParcelBadge({ status }: { status: string | null }) {
  const { t, name } = useOrderWords();
  return status ? <Badge {...parcel[status]}>{name('parcel', status)}</Badge> : <Badge progress="incomplete">{t('parcels.notScanned')}</Badge>;
}

export function AttentionBadges({ reasons }: { reasons: readonly AttentionReason[] }) {
  const { name } = useOrderWords();
  if (reasons.length === 0) return null;
  return (
    <InlineStack gap="100" align="start" wrap>
      {reasons.map((reason) => (
        <Badge key={reason} {...attention[reason]}>
          {name('attention', reason)}
        </Badge>
      ))}
    </InlineStack>
  );
}
