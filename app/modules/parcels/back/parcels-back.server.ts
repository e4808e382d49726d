import { isCarrierKey, parcelStatuses, type ParcelStatus } from '#app/modules/carriers/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { carrierPage } from '../carrier-of.ts';
import { carrierOverridesSetting } from '../carrier-overrides.ts';

/** How a parcel on its way back stands. */
export interface ParcelBack {
  /** Shopify's number of the reverse delivery. */
  id: string;
  number: string;
  carrier: string | null;
  url: string | null;
  status: ParcelStatus;
  since: Date | null;
  place: string | null;
  country: string | null;
  /** Null while no carrier has touched it. */
  firstScanAt: Date | null;
  arrivedAt: Date | null;
}

/** The parcels on their way back of these orders. */
export async function parcelsBack(tx: ShopTx, orderIds: readonly string[]): Promise<ParcelBack[]> {
  const rows = await tx.parcels_back.findMany({ where: { order_id: { in: [...orderIds] } }, orderBy: [{ known_at: 'asc' }, { id: 'asc' }] });
  if (rows.length === 0) return [];
  const { value: overrides } = await readSetting(tx, carrierOverridesSetting);
  return rows.map((row) => {
    const page = carrierPage({ number: row.number, carrier: row.company, url: row.url }, row.carrier !== null && isCarrierKey(row.carrier) ? row.carrier : null, { overrides, zip: null });
    return {
      id: row.id,
      number: row.number,
      carrier: page.name,
      url: page.url,
      status: parcelStatuses.find((status) => status === row.status) ?? 'pre_shipment',
      since: row.status_since,
      place: row.last_place,
      country: row.last_country,
      firstScanAt: row.first_scan_at,
      arrivedAt: row.arrived_at,
    };
  });
}
