import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ParcelRecord } from '../records.ts';
import { parcelsWhere } from '../store.server.ts';

/** Parcels judged in one transaction. */
const pageSize = 4_000;

/** A page of parcels, and where the next begins; null at the end. */
export interface PageOfParcels {
  parcels: ParcelRecord[];
  next: string | null;
}

const due = parcelsWhere(`p.next_check_at <= $1 and (p.next_check_at, p.shipment_id) > ($2::timestamptz, $3::bigint)
   order by p.next_check_at, p.shipment_id limit ${pageSize} for no key update skip locked`);
const open = parcelsWhere(`p.settled_at is null and p.shipment_id > $1::bigint order by p.shipment_id limit ${pageSize} for no key update skip locked`);

/** Parcels whose time has come, the longest waiting first. What another worker holds is left to it. */
export async function dueParcels(tx: ShopTx, now: Date, after: string | null): Promise<PageOfParcels> {
  const [at = '-infinity', id = '0'] = after?.split(' ') ?? [];
  return pageOf(await runInBulk<Row>(tx, due, [now, at, id], 'parcels-due'), (last) => `${last.next_check_at} ${last.shipment_id}`);
}

/** Every parcel of which something is expected. */
export async function openParcels(tx: ShopTx, after: string | null): Promise<PageOfParcels> {
  return pageOf(await runInBulk<Row>(tx, open, [after ?? '0'], 'parcels-open'), ({ shipment_id }) => shipment_id);
}

interface Row {
  parcel: ParcelRecord;
}

function pageOf(rows: readonly Row[], place: (last: ParcelRecord) => string): PageOfParcels {
  const last = rows.length < pageSize ? undefined : rows.at(-1)?.parcel;
  return { parcels: rows.map(({ parcel }) => parcel), next: last ? place(last) : null };
}
