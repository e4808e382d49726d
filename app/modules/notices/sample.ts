import { after, day, dayIn, hour } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { NoticeKind } from './kinds.ts';
import { returnKinds } from './return-facts.ts';
import type { Milestone } from './milestone.ts';
import type { ReturnTold } from './return-told.ts';
import { causeOf, type Situation } from './situations.ts';

type Standing = Pick<ParcelStory, 'status' | 'cause' | 'goingBack' | 'promise' | 'missedTo' | 'firstPromisedTo' | 'slips' | 'deliveredAt'> & Partial<ParcelStory>;

interface Sampled {
  kind: NoticeKind;
  situation: Situation | null;
  /** What is known of a real parcel is kept. */
  real: ParcelStory | null;
  orderId: string;
  orderName?: string;
  /** Of the shop. */
  currency?: string;
  now: Date;
}

/** Parcels that stand as this kind of notice tells it in this situation, how many delays were told before, and the stop it reached, or such a return; none where it is about the whole order. */
export function sampleOf({ kind, situation, real, orderId, orderName = '#1001', currency = 'EUR', now }: Sampled): { parcels: ParcelStory[]; delays: number; milestone: Milestone | null; back: ReturnTold | null } {
  if (aboutOrder.has(kind)) return { parcels: [], delays: 0, milestone: null, back: null };
  if (returnKinds.some((one) => one === kind)) return { parcels: [], delays: 0, milestone: null, back: sampleReturn(kind, situation, `${orderName}-R1`, currency) };
  const base = real ?? {
    shipmentId: '0', orderId, fulfillmentId: '0', number: '00340434161094022115', method: 'carrier' as const, carrier: 'dhl', carrierName: 'DHL', url: null, numberDoubt: null,
    since: now, attempts: 0, destination: { country: null, province: null }, placedAt: after(now, -3 * day), shippedAt: after(now, -2 * day), firstScanAt: after(now, -day), lastScanAt: after(now, -hour), returnedAt: null,
    troubles: [], scans: [], withdrawn: false,
  };
  const parcel = { ...base, returnedAt: null, troubles: [], ...standing(kind, situation, now) };
  const parcels = situation === 'several' ? [parcel, { ...parcel, shipmentId: `${parcel.shipmentId}-2`, number: '00340434161094022122' }] : [parcel];
  return { parcels, delays: situation === 'second' ? 1 : situation === 'later' ? 2 : 0, milestone: situation === 'arrived' || situation === 'cleared' ? situation : null, back: null };
}

function sampleReturn(kind: NoticeKind, situation: Situation | null, name: string, currency: string): ReturnTold {
  const label = { carrier: 'DHL', number: '00340434161094022139', url: 'https://example.com/label.pdf' };
  return {
    id: '0',
    name,
    items: [],
    labels: kind === 'return_label' || situation === 'with_label' ? [label] : [],
    amount: kind === 'return_refunded' ? { minor: 4_900, currency } : null,
    refused: [],
    decline: kind === 'return_declined' ? { reason: 'return_period_ended', note: null } : null,
  };
}

const aboutOrder: ReadonlySet<NoticeKind> = new Set(['order_confirmed', 'preparing', 'review']);

function standing(kind: NoticeKind, situation: Situation | null, now: Date): Standing {
  const on = (days: number) => dayIn('UTC', after(now, days * day));
  const promise = { from: on(2), to: on(3), source: 'carrier' as const };
  const plain: Standing = { status: 'in_transit', cause: null, goingBack: false, promise, missedTo: null, firstPromisedTo: promise.to, slips: 0, deliveredAt: null };
  switch (kind) {
    case 'out_for_delivery':
      return { ...plain, status: kind, ...(situation === 'shop_comes' ? { method: 'local', carrier: null, carrierName: null, number: null } : {}) };
    case 'attempted':
      return { ...plain, status: kind, cause: causeOf(situation) };
    case 'ready_for_pickup':
      return { ...plain, status: kind };
    case 'delivered':
      return { ...plain, status: 'delivered', promise: null, deliveredAt: now };
    case 'delay':
      return situation === 'silent' ? { ...plain, promise: null, firstPromisedTo: null } : { ...plain, firstPromisedTo: on(-1), missedTo: on(-1), slips: 1, cause: 'weather' };
    case 'exception':
      return { ...plain, status: 'exception', cause: causeOf(situation), promise: null };
    case 'returning':
      return { ...plain, status: 'exception', cause: 'returned_to_sender', goingBack: true, promise: null };
    default:
      return plain;
  }
}
