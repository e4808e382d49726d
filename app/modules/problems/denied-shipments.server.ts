import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/**
 * The parcels of these that a customer says did not arrive, by shipment, with the moment it was first said; only while such a report is open.
 * What is said of an order as a whole is said of each of its parcels, or of those that hold the items it names: which of them could have arrived
 * by then is for who knows the scans.
 */
export async function deniedShipments(tx: ShopTx, shipmentIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await runInBulk<{ shipment_id: string; since: Date }>(
    tx,
    `select s.id::text as shipment_id, min(r.created_at) as since from shipments s join problem_reports r on r.order_id = s.order_id
      where s.id = any ($1::bigint[]) and r.kind = 'not_arrived' and r.state = 'open'
        and (r.shipment_id = s.id or (r.shipment_id is null and s.removed_at is null and (r.lines = '[]' or exists (
          select from fulfillment_lines f where f.fulfillment_id = s.fulfillment_id and r.lines @> jsonb_build_array(jsonb_build_object('lineId', f.order_line_id))))))
      group by s.id`,
    [shipmentIds],
    'denied-shipments',
  );
  return new Map(rows.map(({ shipment_id, since }) => [shipment_id, since]));
}
