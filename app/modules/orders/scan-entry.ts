import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type { CheckpointRecord } from './records.ts';

const exceptions = new Set(['failure', 'attempted_delivery', 'delayed', 'not_delivered']);

type Scan = Pick<CheckpointRecord, 'id' | 'order_id' | 'fulfillment_id' | 'status' | 'message' | 'city' | 'country'> & { happened_at: string | Date };

/** A scan as a line of the story. */
export function scanEntry(scan: Scan, { imported }: { imported: boolean }): NewEntry {
  const { id, order_id: orderId, fulfillment_id: fulfillmentId, status, message, city, country } = scan;
  return {
    type: status === 'delivered' ? 'shipment.delivered' : exceptions.has(status) ? 'shipment.exception' : 'shipment.scanned',
    source: 'shopify',
    orderId,
    happenedAt: new Date(scan.happened_at),
    data: { imported, checkpointId: id, fulfillmentId, status, message, city, country },
    dedupeKey: `checkpoint:${id}`,
  };
}
