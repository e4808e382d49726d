import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { parcelCauses, parcelStatuses, readShopifyEvent, type Scan } from '#app/modules/carriers/index.server.ts';
import type { OrderJourney } from '#app/modules/orders/index.server.ts';

export interface ScanRow {
  shipment_id: string;
  id: string;
  source: string;
  status: string | null;
  cause: string | null;
  code: string | null;
  message: string | null;
  happened_at: Date;
  utc_offset: number | null;
  estimated_delivery_at: Date | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
}

/** The scans that carriers and aggregators told of these orders' parcels, by shipment. */
export async function readCarrierScans(tx: ShopTx, orderIds: readonly string[]): Promise<Map<string, Scan[]>> {
  const rows = await runInBulk<ScanRow>(
    tx,
    `select shipment_id::text, id, source, status, cause, code, message, happened_at, utc_offset, estimated_delivery_at, city, province, country, zip
       from scans where order_id = any ($1::text[])`,
    [orderIds],
    'carrier-scans',
  );
  const byShipment = new Map<string, Scan[]>();
  for (const row of rows) {
    const held = byShipment.get(row.shipment_id);
    if (held) held.push(toScan(row));
    else byShipment.set(row.shipment_id, [toScan(row)]);
  }
  return byShipment;
}

/** A row as a scan. */
export function toScan(row: ScanRow): Scan {
  const { id, source, code, message, city, province, country, zip } = row;
  return {
    id, source, code, message,
    status: parcelStatuses.find((status) => status === row.status) ?? null,
    cause: parcelCauses.find((cause) => cause === row.cause) ?? null,
    happenedAt: row.happened_at,
    utcOffset: row.utc_offset,
    estimatedDeliveryAt: row.estimated_delivery_at,
    place: { city, province, country, zip },
  };
}

type Fulfillment = OrderJourney['fulfillments'][number];
type Shipment = Fulfillment['shipments'][number];

/**
 * What is known of one parcel: what its carrier told, and what Shopify told of the fulfillment. Shopify does not say which of several numbers it means: a
 * parcel whose carrier speaks for it needs no such word, and what was told before a number was given belongs to the numbers that were there.
 */
export function scansOf(fulfillment: Fulfillment, shipment: Shipment, own: readonly Scan[]): Scan[] {
  const numbered = fulfillment.shipments.filter(({ number }) => number !== '');
  if (own.length > 0 && numbered.filter(({ removed_at }) => removed_at === null).length > 1) return [...own];
  const addedAt = shipment.added_at;
  const told = shopifyScans(fulfillment);
  if (addedAt === null || !numbered.some((other) => other.id !== shipment.id && isBefore(other.added_at, addedAt))) return [...told, ...own];
  return [...told.filter(({ happenedAt }) => happenedAt >= new Date(addedAt)), ...own];
}

const isBefore = (other: string | null, at: string): boolean => other === null || Date.parse(other) < Date.parse(at);

/** What Shopify told of a fulfillment, in our words. Where no event says more, Shopify's own summary counts as one. */
function shopifyScans(fulfillment: Fulfillment): Scan[] {
  const scans = fulfillment.checkpoints.map((checkpoint): Scan => {
    const { id, status, message, city, province, country, zip } = checkpoint;
    return {
      ...readShopifyEvent(status, message),
      id, message, source: 'shopify', code: status,
      happenedAt: new Date(checkpoint.happened_at),
      utcOffset: null,
      estimatedDeliveryAt: checkpoint.estimated_delivery_at === null ? null : new Date(checkpoint.estimated_delivery_at),
      place: { city, province, country, zip },
    };
  });
  if (scans.length > 0) return scans;
  const summary = readShopifyEvent(fulfillment.display_status ?? '', null);
  const at = fulfillment.delivered_at ?? fulfillment.in_transit_at ?? fulfillment.updated_at;
  if (summary.status === null || summary.status === 'pre_shipment') return [];
  return [
    {
      ...summary,
      id: `shopify:${fulfillment.id}:summary`, source: 'shopify', code: fulfillment.display_status, message: null,
      happenedAt: new Date(at),
      utcOffset: null,
      estimatedDeliveryAt: fulfillment.estimated_delivery_at === null ? null : new Date(fulfillment.estimated_delivery_at),
      place: { city: null, province: null, country: null, zip: null },
    },
  ];
}
