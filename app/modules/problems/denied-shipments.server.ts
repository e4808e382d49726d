import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** The parcels of these that a customer says did not arrive, by shipment, with the moment it was first said; only while such a report is open. */
export async function deniedShipments(tx: ShopTx, shipmentIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await runInBulk<{ shipment_id: string; since: Date }>(
    tx,
    `select shipment_id::text, min(created_at) as since from problem_reports
      where kind = 'not_arrived' and state = 'open' and shipment_id = any ($1::bigint[]) group by shipment_id`,
    [shipmentIds],
    'denied-shipments',
  );
  return new Map(rows.map(({ shipment_id, since }) => [shipment_id, since]));
}
