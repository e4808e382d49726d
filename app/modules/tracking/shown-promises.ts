import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type { TrackedOrder } from './tracked-order.ts';

/** The story's lines on the days a customer is shown: once for each parcel and range. */
export function shownPromises({ view, parcels, coming }: TrackedOrder, now: Date): NewEntry[] {
  const shown = [
    ...parcels.flatMap(({ story }) => (story.promise ? [{ shipmentId: story.shipmentId, promise: story.promise }] : [])),
    ...(coming ? [{ shipmentId: null, promise: coming }] : []),
  ];
  return shown.map(({ shipmentId, promise: { from, to, source } }): NewEntry => ({
    type: 'promise.shown',
    happenedAt: now,
    orderId: view.order.id,
    source: 'app',
    data: { shipmentId, from, to, source, where: 'page' },
    dedupeKey: `promise:${shipmentId ?? `order:${view.order.id}`}:shown:${from}:${to}`,
  }));
}
