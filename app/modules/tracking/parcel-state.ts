import { dayIn } from '#app/kernel/time.ts';
import type { ParcelView } from '#app/modules/orders/index.server.ts';
import { readStatus, type ParcelStatus } from './words.ts';

export const steps = ['confirmed', 'shipped', 'outForDelivery', 'delivered'] as const;
export type Step = (typeof steps)[number];

/** How a parcel stands, for the progress bar and for the sentence above it. */
export interface ParcelState {
  status: ParcelStatus;
  /** The furthest step reached. */
  step: Step;
  tone: 'waiting' | 'moving' | 'attention' | 'done';
}

/** What a date says today. */
export type Expectation = { kind: 'expected' | 'missed'; at: Date } | { kind: 'delivered'; at: Date } | null;

const meaning: Record<ParcelStatus, Omit<ParcelState, 'status'>> = {
  attempted_delivery: { step: 'outForDelivery', tone: 'attention' },
  canceled: { step: 'confirmed', tone: 'attention' },
  carrier_picked_up: { step: 'shipped', tone: 'moving' },
  confirmed: { step: 'confirmed', tone: 'waiting' },
  delayed: { step: 'shipped', tone: 'attention' },
  delivered: { step: 'delivered', tone: 'done' },
  failure: { step: 'shipped', tone: 'attention' },
  fulfilled: { step: 'shipped', tone: 'moving' },
  in_transit: { step: 'shipped', tone: 'moving' },
  label_printed: { step: 'confirmed', tone: 'waiting' },
  label_purchased: { step: 'confirmed', tone: 'waiting' },
  label_voided: { step: 'confirmed', tone: 'attention' },
  marked_as_fulfilled: { step: 'shipped', tone: 'moving' },
  not_delivered: { step: 'shipped', tone: 'attention' },
  out_for_delivery: { step: 'outForDelivery', tone: 'moving' },
  picked_up: { step: 'delivered', tone: 'done' },
  ready_for_pickup: { step: 'outForDelivery', tone: 'moving' },
  submitted: { step: 'confirmed', tone: 'waiting' },
  announced: { step: 'confirmed', tone: 'waiting' },
  unknown: { step: 'shipped', tone: 'moving' },
};

/** Reads a parcel the way its customer would: the latest mark, else what its dates say, else that it left the shop. */
export function parcelState(parcel: ParcelView): ParcelState {
  const status = statusOf(parcel);
  return { status, ...meaning[status] };
}

function statusOf(parcel: ParcelView): ParcelStatus {
  if (parcel.cancelled) return 'canceled';
  if (parcel.status) return readStatus(parcel.status);
  if (parcel.deliveredAt) return 'delivered';
  if (parcel.inTransitAt) return 'in_transit';
  return parcel.number ? 'announced' : 'marked_as_fulfilled';
}

/** The date that counts now, on the shop's calendar. One that has passed without delivery is said to be missed, never hidden. */
export function expectationOf(parcel: ParcelView, zone: string, now: Date): Expectation {
  const { status, tone } = parcelState(parcel);
  if (status === 'canceled' || status === 'ready_for_pickup') return null;
  if (tone === 'done') {
    const arrived = parcel.deliveredAt ?? parcel.checkpoints.findLast(({ status: mark }) => readStatus(mark) === status)?.happenedAt;
    return arrived ? { kind: 'delivered', at: arrived } : null;
  }
  const at = parcel.estimatedDeliveryAt;
  if (!at) return null;
  const [expected, today] = [dayIn(zone, at), dayIn(zone, now)];
  // A parcel on the delivery van is ahead of a later date: the date would only confuse.
  if (status === 'out_for_delivery' && expected > today) return null;
  return { kind: expected < today ? 'missed' : 'expected', at };
}
