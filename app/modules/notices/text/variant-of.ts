import { isLate } from '../fact.ts';
import type { NoticeKind } from '../kinds.ts';
import type { Telling } from './telling.ts';

/** A kind as it is worded: some have other words for what comes together, again or otherwise. */
export type Variant = NoticeKind | 'shippedTogether' | 'outTogether' | 'deliveredTogether' | 'onOurWay' | 'silent' | 'delayAgain' | 'delayStill' | 'arrived' | 'cleared';

/** Which words tell it. */
export function variantOf({ kind, parcels, delays, milestone }: Pick<Telling, 'kind' | 'parcels' | 'delays' | 'milestone'>): Variant {
  const [parcel] = parcels;
  switch (kind) {
    case 'shipped':
      return parcels.length > 1 ? 'shippedTogether' : kind;
    case 'in_transit':
      return milestone ?? kind;
    case 'out_for_delivery':
      return parcel?.method === 'local' ? 'onOurWay' : parcels.length > 1 ? 'outTogether' : kind;
    case 'delivered':
      return parcels.length > 1 ? 'deliveredTogether' : kind;
    case 'delay':
      if (parcel && !isLate(parcel) && parcel.status !== 'delayed') return 'silent';
      return delays === 0 ? kind : delays === 1 ? 'delayAgain' : 'delayStill';
    default:
      return kind;
  }
}
