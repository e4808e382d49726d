import type { ParcelCause, ParcelStatus, Scan } from '#app/modules/carriers/index.server.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { TrackingKey } from './words.ts';

export const steps = ['confirmed', 'shipped', 'outForDelivery', 'delivered'] as const;
export type Step = (typeof steps)[number];
export type Tone = 'waiting' | 'moving' | 'attention' | 'done';

/** What decides how a parcel is told. */
export type Told = Pick<ParcelStory, 'method' | 'number' | 'status' | 'cause' | 'goingBack' | 'returnedAt' | 'firstScanAt' | 'scans'>;

/** How a parcel stands, as its customer is told. */
export interface ParcelFace {
  headline: TrackingKey;
  /** What its customer can do, or why nothing need be done. */
  advice: TrackingKey | null;
  /** The furthest step reached; null where steps tell nothing: it turned round, or is never shipped. */
  step: Step | null;
  tone: Tone;
}

const plain: Record<ParcelStatus, { step: Step; tone: Tone; advice: TrackingKey | null }> = {
  pre_shipment: { step: 'confirmed', tone: 'waiting', advice: null },
  in_transit: { step: 'shipped', tone: 'moving', advice: null },
  out_for_delivery: { step: 'outForDelivery', tone: 'moving', advice: null },
  attempted: { step: 'outForDelivery', tone: 'attention', advice: 'advice.attempted' },
  ready_for_pickup: { step: 'outForDelivery', tone: 'moving', advice: 'advice.ready_for_pickup' },
  delivered: { step: 'delivered', tone: 'done', advice: null },
  delayed: { step: 'shipped', tone: 'attention', advice: 'advice.delayed' },
  exception: { step: 'shipped', tone: 'attention', advice: 'advice.exception' },
  expired: { step: 'shipped', tone: 'attention', advice: 'advice.expired' },
};

/** Statuses that a cause explains; on others it only colours the story. */
const explained: ReadonlySet<ParcelStatus> = new Set(['attempted', 'delayed', 'exception']);
/** Causes after which a parcel no longer comes. */
const goesHome: ReadonlySet<ParcelCause> = new Set(['refused', 'unclaimed', 'returned_to_sender']);

/** How a parcel is told: in the words of its way (carrier, shop counter, the shop's own van), of its status and of what holds it up. */
export function parcelFace(parcel: Told): ParcelFace {
  const { status, cause } = parcel;
  if (parcel.method === 'none') return { headline: 'own.none', advice: null, step: null, tone: 'done' };
  if (parcel.returnedAt) return { headline: 'own.returned', advice: 'advice.returned', step: null, tone: 'attention' };
  const base = plain[status];
  const step = base.step === 'shipped' && parcel.firstScanAt === null && status !== 'in_transit' ? 'confirmed' : base.step;
  if (cause && (explained.has(status) || cause === 'label_voided')) {
    return { headline: `cause.${cause}`, advice: `advice.${cause}`, step: parcel.goingBack || goesHome.has(cause) ? null : step, tone: 'attention' };
  }
  if (cause === 'customs' && status === 'in_transit') return { headline: 'status.in_transit', advice: 'advice.customs', step, tone: 'moving' };
  return { ...base, step, headline: `status.${status}`, ...ownWords(parcel) };
}

function ownWords({ method, status, number, scans }: Told): Partial<ParcelFace> {
  if (method === 'pickup') {
    if (status === 'pre_shipment') return { headline: 'own.pickupPreparing' };
    if (status === 'ready_for_pickup') return { headline: 'own.pickupReady', advice: 'advice.pickupReady' };
    return status === 'delivered' ? { headline: 'own.pickedUp' } : {};
  }
  if (method === 'local') {
    if (status === 'pre_shipment') return { headline: 'own.localPreparing' };
    return status === 'in_transit' || status === 'out_for_delivery' ? { headline: 'own.localOut' } : {};
  }
  // Without a number nobody scans it: all that is known is that it left.
  return status === 'pre_shipment' && number === null && scans.length === 0 ? { headline: 'own.sent', step: 'shipped', tone: 'moving' } : {};
}

/** A scan as a line of the story; null for news that changes nothing. */
export function eventWord({ status, cause, happenedAt }: Pick<Scan, 'status' | 'cause' | 'happenedAt'>, { method, returnedAt }: Pick<ParcelStory, 'method' | 'returnedAt'>): TrackingKey | null {
  if (status === null) return null;
  if (status === 'delivered' && returnedAt && happenedAt >= returnedAt) return 'event.returned';
  if (status === 'delivered' && method === 'pickup') return 'event.pickedUp';
  if (cause && (explained.has(status) || cause === 'label_voided' || cause === 'customs')) return `eventCause.${cause}`;
  return `event.${status}`;
}

/** What is wrong beyond what the status itself says, in words for the customer. */
export function troubleWord({ troubles, status }: Pick<ParcelStory, 'troubles' | 'status'>): TrackingKey | null {
  const kinds = new Set(troubles.map(({ kind }) => kind));
  if (kinds.has('denied')) return 'trouble.denied';
  if (kinds.has('no_first_scan')) return 'trouble.noFirstScan';
  if (kinds.has('silent') && status !== 'expired') return 'trouble.silent';
  return kinds.has('number_wrong') ? 'trouble.numberWrong' : null;
}
