import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ParcelRecord } from '../records.ts';
import type { NextCheck } from '../store.server.ts';

/** Parcels judged in one transaction. */
const pageSize = 1_500;

/** A parcel, and when it was to be looked at. */
export type CheckedParcel = ParcelRecord & NextCheck;

/** A page of parcels, and the shipment after which the next begins; null at the end. */
export interface PageOfParcels {
  parcels: CheckedParcel[];
  next: string | null;
}

const columns: Record<keyof ParcelRecord, true> = {
  shipment_id: true, order_id: true, fulfillment_id: true, number: true, method: true, carrier: true, number_doubt: true, service: true, origin: true, destination: true,
  destination_province: true, status: true, cause: true, status_since: true, attempts: true, going_back: true, placed_at: true, shipped_at: true, first_scan_at: true,
  last_scan_at: true, last_place: true, last_country: true, delivered_at: true, promised_from: true, promised_to: true, promise_source: true, promise_basis: true,
  first_promised_to: true, missed_to: true, slips: true, imported: true, settled_at: true, computed_at: true,
};
const list = Object.keys(columns).map((column) => (column === 'shipment_id' ? 'p.shipment_id::text' : `p.${column}`)).join(', ');

/**
 * In the order they lie on disk. The whole page is one JSON text: nothing is faster to read. The row of the next look stands for the parcel:
 * whoever makes a parcel anew writes it before judging, so that two never judge one parcel at once.
 */
function pageWhere(condition: string): string {
  return `select coalesce(json_agg(to_json(q)), '[]') as parcels from (
    select ${list}, c.next_check_at from parcel_checks c join parcels p on p.shipment_id = c.shipment_id
     where ${condition} and c.shipment_id > $1::bigint order by c.shipment_id limit ${pageSize} for no key update of c skip locked) q`;
}

const due = pageWhere('c.next_check_at <= $2');
const open = pageWhere('p.settled_at is null');

/** Parcels whose time has come. What another worker holds is left to it. Planned each time: few are due as a rule, all of them at times. */
export async function dueParcels(tx: ShopTx, now: Date, after: string): Promise<PageOfParcels> {
  return pageOf(await runInBulk<Row>(tx, due, [after, now]));
}

/** Every parcel of which something is expected. */
export async function openParcels(tx: ShopTx, after: string): Promise<PageOfParcels> {
  return pageOf(await runInBulk<Row>(tx, open, [after]));
}

interface Row {
  parcels: CheckedParcel[];
}

function pageOf(rows: readonly Row[]): PageOfParcels {
  const parcels = rows[0]?.parcels ?? [];
  return { parcels, next: parcels.length < pageSize ? null : (parcels.at(-1)?.shipment_id ?? null) };
}
