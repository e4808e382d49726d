import type { ParcelStory } from '#app/modules/parcels/index.server.ts';

const merelyLate: ReadonlySet<string> = new Set(['silent', 'no_first_scan', 'past_date', 'customs']);
const onTheWay: ReadonlySet<string> = new Set(['pre_shipment', 'in_transit', 'delayed']);

/** True for a parcel that is late and nothing else: of one that is lost, damaged, refused or on its way back everybody is told. */
export function mayBeHeldOut({ status, cause, goingBack, troubles }: Pick<ParcelStory, 'status' | 'cause' | 'goingBack' | 'troubles'>): boolean {
  return onTheWay.has(status) && cause !== 'lost' && cause !== 'damaged' && !goingBack && troubles.every(({ kind }) => merelyLate.has(kind));
}
