import { after, day } from '#app/kernel/time.ts';
import type { Scan } from '#app/modules/carriers/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { foldScans } from '../fold-scans.ts';
import { toScan } from '../read-scans.server.ts';
import { endFollowings } from '../sources/end-followings.server.ts';
import { parcelsBackMovedJob } from './jobs.ts';

interface Told {
  /** The number as our parcels may write it. */
  spellings: readonly string[];
  scans: readonly Scan[];
}

/** Carriers use numbers again; nothing is this parcel's that happened so long before its number was known. */
const beforehand = 30 * day;

/** Adds scans to every parcel on its way back with that number. The same news twice is harmless. Answers the new ones. */
export async function storeScansBack(tx: ShopTx, told: readonly Told[], now: Date): Promise<Set<string>> {
  const parcels = await tx.parcels_back.findMany({ where: { number: { in: told.flatMap(({ spellings }) => [...spellings]) } } });
  const added = new Set<string>();
  const moved = new Set<string>();
  for (const parcel of parcels) {
    const order = await tx.orders.findFirst({ where: { id: parcel.order_id }, select: { redacted_at: true } });
    const scans = told
      .filter(({ spellings }) => spellings.includes(parcel.number))
      .flatMap((one) => one.scans)
      .filter(({ happenedAt, code }) => code !== 'estimate' && happenedAt > after(parcel.known_at, -beforehand));
    const fresh = await addScans(tx, parcel.id, scans, order?.redacted_at != null);
    for (const id of fresh) added.add(id);
    if (fresh.length > 0 && (await foldParcel(tx, parcel, now))) moved.add(parcel.order_id);
  }
  if (moved.size > 0) await enqueue(tx, parcelsBackMovedJob, { orderIds: [...moved] });
  return added;
}

async function addScans(tx: ShopTx, parcelId: string, scans: readonly Scan[], redacted: boolean): Promise<string[]> {
  const known = new Set((await tx.scans_back.findMany({ where: { parcel_id: parcelId }, select: { id: true } })).map(({ id }) => id));
  const fresh = [...new Map(scans.map((scan) => [scan.id, scan])).values()].filter(({ id }) => !known.has(id));
  await tx.scans_back.createMany({
    skipDuplicates: true,
    data: fresh.map(({ id, source, status, cause, code, message, happenedAt, utcOffset, place: { city, province, country, zip } }) => ({
      parcel_id: parcelId, id, source, status, cause, code, happened_at: happenedAt, utc_offset: utcOffset, city, province, country,
      message: redacted ? null : message,
      zip: redacted ? null : zip,
    })),
  });
  return fresh.map(({ id }) => id);
}

/** Folds all that is known of a parcel; answers whether it stands otherwise than before. */
async function foldParcel(tx: ShopTx, parcel: { id: string; number: string; status: string; settled_at: Date | null }, now: Date): Promise<boolean> {
  const rows = await tx.scans_back.findMany({ where: { parcel_id: parcel.id } });
  const standing = foldScans(rows.map((row) => toScan({ ...row, shipment_id: row.parcel_id, estimated_delivery_at: null })), now);
  await tx.parcels_back.updateMany({
    where: { id: parcel.id },
    data: {
      status: standing.status,
      status_since: standing.since,
      last_place: standing.lastPlace,
      last_country: standing.lastCountry,
      first_scan_at: standing.firstScanAt,
      arrived_at: standing.deliveredAt,
      settled_at: parcel.settled_at ?? standing.deliveredAt,
    },
  });
  if (standing.deliveredAt !== null) await endFollowings(tx, [parcel.number]);
  return standing.status !== parcel.status;
}
