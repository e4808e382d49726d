import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { TransitSample } from './transit-sample.ts';

/** Keeps what delivered parcels teach. A parcel told again replaces what was kept of it. */
export async function recordTransits(tx: ShopTx, samples: readonly TransitSample[]): Promise<void> {
  if (samples.length === 0) return;
  const rows = samples.map((sample) => ({
    shipment_id: sample.shipmentId,
    carrier: sample.carrier ?? '',
    service: sample.service ?? '',
    origin: sample.origin ?? '',
    destination: sample.destination ?? '',
    destination_province: sample.destinationProvince ?? '',
    placed_at: sample.placedAt,
    shipped_at: sample.shippedAt,
    first_scan_at: sample.firstScanAt,
    delivered_at: sample.deliveredAt,
    first_promised_to: sample.firstPromisedTo,
    silences: sample.silences,
    excepted: sample.excepted,
  }));
  await runInBulk(
    tx,
    `insert into transits (shipment_id, carrier, service, origin, destination, destination_province, placed_at, shipped_at, first_scan_at, delivered_at, first_promised_to, silences, excepted)
     select * from jsonb_to_recordset($1::jsonb) as sample(shipment_id bigint, carrier text, service text, origin text, destination text, destination_province text,
       placed_at timestamptz, shipped_at timestamptz, first_scan_at timestamptz, delivered_at timestamptz, first_promised_to date, silences real[], excepted boolean)
     on conflict (shop_id, shipment_id) do update set
       carrier = excluded.carrier, service = excluded.service, origin = excluded.origin, destination = excluded.destination,
       destination_province = excluded.destination_province, placed_at = excluded.placed_at, shipped_at = excluded.shipped_at,
       first_scan_at = excluded.first_scan_at, delivered_at = excluded.delivered_at, first_promised_to = excluded.first_promised_to,
       silences = excluded.silences, excepted = excluded.excepted`,
    [JSON.stringify(rows)],
    'record-transits',
  );
}
