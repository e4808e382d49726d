import { Badge, type BadgeProps } from '@shopify/polaris';
import type { ParcelStatus } from '#app/modules/carriers/index.server.ts';
import type { TroubleKind, TroubleMark } from '../records.ts';
import { useParcelWords } from './words.ts';

const grave: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['exception', 'returning', 'denied', 'past_date', 'late_to_ship']);

/** What is wrong with a parcel. */
export function TroubleBadge({ kind }: { kind: TroubleKind }) {
  const { name } = useParcelWords();
  return <Badge tone={grave.has(kind) ? 'critical' : 'warning'}>{name('trouble', kind)}</Badge>;
}

/** What staff decided about it. */
export function MarkBadge({ mark }: { mark: TroubleMark }) {
  const { name } = useParcelWords();
  return <Badge tone={mark === 'dismissed' ? undefined : 'info'}>{name('mark', mark)}</Badge>;
}

const looks: Record<ParcelStatus, Pick<BadgeProps, 'tone' | 'progress'>> = {
  pre_shipment: { progress: 'incomplete' },
  in_transit: { tone: 'info', progress: 'partiallyComplete' },
  out_for_delivery: { tone: 'info', progress: 'partiallyComplete' },
  attempted: { tone: 'warning', progress: 'partiallyComplete' },
  ready_for_pickup: { tone: 'attention', progress: 'partiallyComplete' },
  delivered: { tone: 'success', progress: 'complete' },
  delayed: { tone: 'warning', progress: 'partiallyComplete' },
  exception: { tone: 'critical', progress: 'partiallyComplete' },
  expired: { progress: 'incomplete' },
};

/** Where a parcel is, with the reason where there is one. */
export function StatusBadge({ status, cause }: { status: ParcelStatus; cause: string | null }) {
  const { name } = useParcelWords();
  const words = name('status', status);
  return <Badge {...looks[status]}>{cause ? `${words} · ${name('cause', cause)}` : words}</Badge>;
}
