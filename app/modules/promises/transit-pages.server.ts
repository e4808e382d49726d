import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { TransitSample } from './transit-sample.ts';

interface Row {
  shipment_id: string;
  carrier: string;
  service: string;
  origin: string;
  destination: string;
  destination_province: string;
  placed_at: Date;
  shipped_at: Date;
  first_scan_at: Date | null;
  delivered_at: Date;
  first_promised_to: string | null;
  silences: number[];
  excepted: boolean;
}

const page = 5_000;
const columns = `shipment_id::text, carrier, service, origin, destination, destination_province, placed_at, shipped_at, first_scan_at, delivered_at,
  first_promised_to::text, silences, excepted`;

/** Delivered parcels since a moment in the order they were delivered, a page in memory at a time. */
export async function* transitPages(ctx: ShopContext, since: Date): AsyncGenerator<TransitSample[]> {
  let after: { at: Date; id: string } = { at: since, id: '0' };
  for (;;) {
    const rows = await ctx.tx((tx) =>
      runInBulk<Row>(
        tx,
        `select ${columns} from transits where (delivered_at, shipment_id) > ($1::timestamptz, $2::bigint) order by delivered_at, shipment_id limit ${page}`,
        [after.at, after.id],
      ),
    );
    yield rows.map(sampleOf);
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = { at: last.delivered_at, id: last.shipment_id };
  }
}

/** The parcels delivered last, at most so many. */
export async function newestTransits(tx: ShopTx, limit: number): Promise<TransitSample[]> {
  const rows = await runInBulk<Row>(tx, `select ${columns} from transits order by delivered_at desc limit $1`, [limit]);
  return rows.map(sampleOf);
}

function sampleOf(row: Row): TransitSample {
  return {
    shipmentId: row.shipment_id,
    carrier: row.carrier || null,
    service: row.service || null,
    origin: row.origin || null,
    destination: row.destination || null,
    destinationProvince: row.destination_province || null,
    placedAt: row.placed_at,
    shippedAt: row.shipped_at,
    firstScanAt: row.first_scan_at,
    deliveredAt: row.delivered_at,
    firstPromisedTo: row.first_promised_to,
    silences: row.silences,
    excepted: row.excepted,
  };
}
