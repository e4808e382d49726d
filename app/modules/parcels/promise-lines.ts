import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type { Computed } from './compute-parcel.ts';

/** The lines a promise leaves in the story: made or moved, and missed. Each day is told once a parcel. */
export function promiseLines({ parcel, promise }: Pick<Computed, 'parcel' | 'promise'>, now: Date): NewEntry[] {
  const { order_id: orderId, shipment_id: shipmentId, promised_from: from, promised_to: to, promise_source: source } = parcel;
  const shared = { happenedAt: now, orderId, source: 'app' as const };
  const lines: NewEntry[] = [];
  if (promise.missed !== null) {
    lines.push({ ...shared, type: 'promise.missed', data: { shipmentId, to: promise.missed }, dedupeKey: `promise:${shipmentId}:missed:${promise.missed}` });
  }
  if (promise.made && from !== null && to !== null && source !== null) {
    const data = { shipmentId, from, to, source, previousTo: promise.previousTo, reason: parcel.cause };
    lines.push({ ...shared, type: 'promise.made', data, dedupeKey: `promise:${shipmentId}:made:${from}:${to}:${source}:${promise.previousTo ?? ''}` });
  }
  return lines;
}
