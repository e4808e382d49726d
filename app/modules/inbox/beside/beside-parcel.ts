import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { BesideOrder } from './beside-view.ts';

/** A parcel as it is shown beside a conversation. */
export function besideParcel({ shipmentId, carrierName, cause, number, promise, since, status, url, deliveredAt, troubles }: ParcelStory): BesideOrder['parcels'][number] {
  return { id: shipmentId, carrierName, cause, number, promise, since, status, url, deliveredAt, troubles: troubles.map(({ kind }) => kind) };
}
