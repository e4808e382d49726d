import { after, minute } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { Fact } from './fact.ts';
import type { NoticeKind } from './kinds.ts';
import type { NoticeOrder } from './read-order.server.ts';
import type { PlannedNotice } from './store.server.ts';

/** What one van or one packing table does to several parcels follows within so long; what is heard late is heard within a moment. */
const happening = 10 * minute;
const hearing = minute;

const underWay = ['pre_shipment', 'in_transit', 'delayed'];

/** How a parcel stands that may be the next to which this happens: carriers leave scans out. Of what leaves, it need not be a parcel yet. */
const before: Partial<Record<NoticeKind, ReadonlySet<string>>> = {
  shipped: new Set(),
  out_for_delivery: new Set(underWay),
  delivered: new Set([...underWay, 'out_for_delivery']),
};

/** Whether several parcels of one order, to which this happened, are told in one message. */
export function isToldTogether({ kind }: Pick<Fact, 'kind'>): boolean {
  return kind in before;
}

/** Until when the same may happen to another parcel of the order as part of one happening, or a label may follow the approval; null where none is left. */
export function othersUntil({ kind, at, parcel, back }: Fact, { parcels, incomplete }: Pick<NoticeOrder, 'parcels' | 'incomplete'>, planned: readonly Pick<PlannedNotice, 'kind' | 'happened_at' | 'planned_at'>[]): Date | null {
  if (kind === 'return_approved') return back && back.labels.length === 0 ? after(at, happening) : null;
  const earlier = before[kind];
  if (!earlier || !parcel) return null;
  const another = (other: ParcelStory) => !other.withdrawn && !other.goingBack && other.returnedAt === null && other.method === parcel.method && other.carrier === parcel.carrier && earlier.has(other.status);
  if (!(kind === 'shipped' ? incomplete : parcels.some(another))) return null;
  const ends = planned.filter((notice) => notice.kind === kind).map(({ happened_at: at, planned_at: heard }) => Math.max(after(at, happening).getTime(), after(heard, hearing).getTime()));
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}
