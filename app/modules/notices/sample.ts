import { after, day, dayIn, hour } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { NoticeKind } from './kinds.ts';

type Standing = Pick<ParcelStory, 'status' | 'cause' | 'goingBack' | 'promise' | 'missedTo' | 'firstPromisedTo' | 'slips' | 'deliveredAt'>;

/** A parcel that stands as this kind of notice tells it; what is known of a real one is kept. */
export function sampleParcel(kind: NoticeKind, real: ParcelStory | null, orderId: string, now: Date): ParcelStory {
  const base = real ?? {
    shipmentId: '0', orderId, fulfillmentId: '0', number: '00340434161094022115', method: 'carrier' as const, carrier: 'dhl', carrierName: 'DHL', url: null, numberDoubt: null,
    since: now, attempts: 0, placedAt: after(now, -3 * day), shippedAt: after(now, -2 * day), firstScanAt: after(now, -day), lastScanAt: after(now, -hour), returnedAt: null,
    troubles: [], scans: [], withdrawn: false,
  };
  return { ...base, returnedAt: null, troubles: [], ...standing(kind, now) };
}

function standing(kind: NoticeKind, now: Date): Standing {
  const on = (days: number) => dayIn('UTC', after(now, days * day));
  const promise = { from: on(2), to: on(3), source: 'carrier' as const };
  const plain: Standing = { status: 'in_transit', cause: null, goingBack: false, promise, missedTo: null, firstPromisedTo: promise.to, slips: 0, deliveredAt: null };
  switch (kind) {
    case 'out_for_delivery':
    case 'attempted':
    case 'ready_for_pickup':
      return { ...plain, status: kind };
    case 'delivered':
      return { ...plain, status: 'delivered', promise: null, deliveredAt: now };
    case 'delay':
      return { ...plain, firstPromisedTo: on(-1), missedTo: on(-1), slips: 1, cause: 'weather' };
    case 'exception':
      return { ...plain, status: 'exception', cause: 'address', promise: null };
    case 'returning':
      return { ...plain, status: 'exception', cause: 'returned_to_sender', goingBack: true, promise: null };
    default:
      return plain;
  }
}
