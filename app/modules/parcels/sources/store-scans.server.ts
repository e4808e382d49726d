import { day, after } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { normalNumber, type Scan } from '#app/modules/carriers/index.server.ts';
import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import { markOrdersChanged } from '#app/modules/orders/index.server.ts';
import { storeScansBack } from '../back/store-scans-back.server.ts';

/** What was told about a number. */
export interface ToldScans {
  number: string;
  scans: readonly Scan[];
}

interface Shipment {
  id: string;
  order_id: string;
  fulfillment_id: string;
  number: string;
  created_at: Date;
  /** Its person was taken out of its order: nothing that may name them is kept. */
  redacted: boolean;
}

/** A parcel is told about for so long after it was settled: returns and late scans. */
const afterwards = 30 * day;
/** Carriers use numbers again; nothing is this parcel's that happened so long before it was sent. */
const beforehand = 30 * day;

const shipmentsOf = `
  select s.id::text, s.order_id, s.fulfillment_id, s.number, f.created_at, o.redacted_at is not null as redacted
    from shipments s join fulfillments f on f.id = s.fulfillment_id join orders o on o.id = s.order_id left join parcels p on p.shipment_id = s.id
   where s.number = any($1::text[]) and s.removed_at is null and (p.settled_at is null or p.settled_at > $2::timestamptz)`;

// A line that only tells a date is left out where the date is known.
const insert = `
  insert into scans (shipment_id, id, order_id, source, status, cause, code, message, happened_at, utc_offset, estimated_delivery_at, city, province, country, zip, recorded_at)
  select r.* from json_to_recordset($1::json) as r(shipment_id bigint, id text, order_id text, source text, status text, cause text, code text, message text,
         happened_at timestamptz, utc_offset int, estimated_delivery_at timestamptz, city text, province text, country text, zip text, recorded_at timestamptz)
   where r.code is distinct from 'estimate'
      or not exists (select from scans known where known.shipment_id = r.shipment_id and known.source = r.source and known.estimated_delivery_at = r.estimated_delivery_at)
   order by 1, 2
      on conflict do nothing returning shipment_id::text, id`;

const exceptions: ReadonlySet<Scan['status']> = new Set(['exception', 'attempted', 'delayed']);

/** Adds scans to every parcel with that number, also to those on their way back, tells the journal, and has their orders looked at. The same news twice is harmless. Answers the new ones. */
export async function storeScans(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, told: readonly ToldScans[], now: Date): Promise<Set<string>> {
  const written = await spellingsOf(tx, told.map(({ number }) => number));
  const shipments = await runInBulk<Shipment>(tx, shipmentsOf, [[...new Set([...written.values()].flat())], after(now, -afterwards).toISOString()], 'scans-shipments');
  const lines = told.flatMap(({ number, scans }) =>
    shipments
      .filter((shipment) => written.get(number)?.includes(shipment.number))
      .flatMap((shipment) => scans.filter(({ happenedAt }) => happenedAt > after(shipment.created_at, -beforehand)).map((scan) => ({ shipment, scan: shipment.redacted ? withoutPerson(scan) : scan }))),
  );
  const back = await storeScansBack(tx, told.map(({ number, scans }) => ({ spellings: written.get(number) ?? [], scans })), now);
  if (lines.length === 0) return back;
  const rows = lines.map(({ shipment, scan }) => ({
    shipment_id: shipment.id, id: scan.id, order_id: shipment.order_id, source: scan.source, status: scan.status, cause: scan.cause, code: scan.code, message: scan.message,
    happened_at: scan.happenedAt, utc_offset: scan.utcOffset, estimated_delivery_at: scan.estimatedDeliveryAt, ...scan.place, recorded_at: now,
  }));
  const write = (some: typeof rows) => (some.length === 0 ? [] : runInBulk<{ shipment_id: string; id: string }>(tx, insert, [JSON.stringify(some)], 'scans-insert'));
  const stored = [...(await write(rows.filter(({ code }) => code !== 'estimate'))), ...(await write(rows.filter(({ code }) => code === 'estimate')))];
  const added = new Set(stored.map(({ shipment_id, id }) => `${shipment_id} ${id}`));
  const news = lines.filter(({ shipment, scan }) => added.has(`${shipment.id} ${scan.id}`));
  await append(tx, news.flatMap(({ shipment, scan }) => entryOf(shipment, scan, shop)));
  await markOrdersChanged(tx, news.map(({ shipment }) => shipment.order_id));
  return new Set([...back, ...news.map(({ scan }) => scan.id)]);
}

function withoutPerson(scan: Scan): Scan {
  return { ...scan, message: null, place: { ...scan.place, zip: null } };
}

/** The ways this shop's parcels write each number. */
async function spellingsOf(tx: ShopTx, numbers: readonly string[]): Promise<Map<string, string[]>> {
  const normal = [...new Set(numbers.map(normalNumber))];
  const rows = await tx.followings.findMany({ where: { number: { in: normal } }, select: { number: true, spellings: true } });
  return new Map(numbers.map((number) => [number, [...new Set([number, normalNumber(number), ...rows.filter((row) => row.number === normalNumber(number)).flatMap(({ spellings }) => spellings)])]]));
}

/** Of what happened before the app was installed the story tells only the delivery; a scan that says nothing has no line. */
function entryOf({ id: shipmentId, order_id, fulfillment_id }: Shipment, scan: Scan, { installedAt }: Pick<Shop, 'installedAt'>): NewEntry[] {
  const { status, message, place, happenedAt } = scan;
  const imported = happenedAt < installedAt;
  if (status === null || (imported && status !== 'delivered')) return [];
  return [
    {
      type: status === 'delivered' ? 'shipment.delivered' : exceptions.has(status) ? 'shipment.exception' : 'shipment.scanned',
      source: 'app',
      actor: scan.source,
      orderId: order_id,
      happenedAt,
      data: { imported, checkpointId: scan.id, fulfillmentId: fulfillment_id, status, message, city: place.city, country: place.country },
      dedupeKey: `scan:${shipmentId}:${scan.id}`,
    },
  ];
}
