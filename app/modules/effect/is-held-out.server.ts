import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { armOf, personMark } from './arm.ts';
import { mayBeHeldOut } from './may-be-held-out.ts';
import { runningHoldOut } from './store.server.ts';

/** A delay that its customer would be told of now: nothing else holds it back. */
interface Delay {
  order: { id: string; customerId: string | null; email: string | null };
  parcel: Pick<ParcelStory, 'status' | 'cause' | 'goingBack' | 'troubles'>;
  now: Date;
}

/**
 * Whether this customer is not to be told of a delay, because a hold-out runs and they are on its other side. Whoever is asked about for
 * the first time takes part from then on, told or not: ask only when everything else says that the notice is to leave.
 */
export async function isHeldOut(tx: ShopTx, shop: { id: number }, { order, parcel, now }: Delay): Promise<boolean> {
  const holdOut = mayBeHeldOut(parcel) ? await runningHoldOut(tx) : null;
  const person = holdOut && personMark(shop.id, order);
  if (!holdOut || !person) return false;
  const arm = armOf(person, holdOut.share);
  await tx.enrolments.createMany({ skipDuplicates: true, data: { hold_out_id: BigInt(holdOut.id), person, order_id: order.id, arm, enrolled_at: now } });
  return arm === 'held_out';
}
