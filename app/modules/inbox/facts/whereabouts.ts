import type { ParcelStory } from '#app/modules/parcels/index.server.ts';

/** Where a parcel is, as far as words about it can be right or wrong. */
export type Whereabouts = 'moving' | 'late' | 'lost' | 'delivered' | 'returning' | 'unknown';

/**
 * Says where a parcel is: `lost` where its carrier says so or has been silent for too long, `late` where something is wrong with it that a loss may come of, `moving`
 * where nothing is, `unknown` where nobody follows it.
 */
export function whereaboutsOf({ number, status, cause, troubles, goingBack, deliveredAt, missedTo }: Pick<ParcelStory, 'cause' | 'deliveredAt' | 'goingBack' | 'missedTo' | 'number' | 'status' | 'troubles'>): Whereabouts {
  if (goingBack) return 'returning';
  if (deliveredAt !== null) return 'delivered';
  if (cause === 'lost' || status === 'expired' || troubles.some(({ kind }) => kind === 'silent' || kind === 'denied')) return 'lost';
  if (number === null && (status === 'pre_shipment' || status === 'in_transit')) return 'unknown';
  return status === 'exception' || troubles.length > 0 || missedTo !== null ? 'late' : 'moving';
}
