import { dayIn } from '#app/kernel/time.ts';
import { promiseShown, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { customerZone } from './customer-zone.ts';
import { expectationOf } from './expectation.ts';
import type { TrackedOrder } from './tracked-order.ts';

/** Where a customer looks: the order's page, the page of a number alone, the order in their account, the list of their orders there. */
type Where = 'page' | 'number' | 'account' | 'account_list';

/** By which way something is shown, on the shop's clock. */
interface Showing {
  where: Where;
  zone: string;
  now: Date;
}

/** The story's lines on the days a customer is shown of an order. That a day of what has not left was missed is seen by nobody sooner. */
export function shownPromises({ view: { order }, parcels, coming, missed }: TrackedOrder, showing: Showing): NewEntry[] {
  return [
    ...shownOfParcels(parcels.map(({ story }) => story), showing),
    ...(missed === null ? [] : [{ type: 'promise.missed' as const, happenedAt: showing.now, orderId: order.id, source: 'app' as const, data: { shipmentId: null, to: missed }, dedupeKey: `promise:order:${order.id}:missed:${missed}` }]),
    ...(coming ? [promiseShown(order.id, { shipmentId: null, from: coming.from, to: coming.to, source: coming.source, slips: 0 }, showing.where, showing.now)] : []),
  ];
}

/** The same of some parcels: of those of which a day that counts is told. */
export function shownOfParcels(stories: readonly ParcelStory[], { where, zone, now }: Showing): NewEntry[] {
  return stories.flatMap((story) => {
    const expectation = expectationOf(story, dayIn(customerZone(story, zone), now));
    const promise = expectation && 'promise' in expectation ? expectation.promise : null;
    return promise ? [promiseShown(story.orderId, { shipmentId: story.shipmentId, ...promise, slips: story.slips }, where, now)] : [];
  });
}
