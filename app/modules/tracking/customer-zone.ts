import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { destinationZone } from '#app/modules/promises/index.pure.ts';

/** The clock by which a parcel's days are told: that of the place it goes to; `shop` is the shop's, where no country is known. */
export function customerZone({ destination }: Pick<ParcelStory, 'destination'>, shop: string): string {
  return destinationZone(destination.country, shop, destination.province);
}
