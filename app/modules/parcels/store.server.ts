import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Instant, ParcelRecord } from './records.ts';

const columns: Record<keyof ParcelRecord, string> = {
  shipment_id: 'bigint',
  order_id: 'text',
  fulfillment_id: 'text',
  number: 'text',
  method: 'text',
  carrier: 'text',
  number_doubt: 'text',
  service: 'text',
  origin: 'text',
  destination: 'text',
  destination_province: 'text',
  status: 'text',
  cause: 'text',
  status_since: 'timestamptz',
  attempts: 'int',
  going_back: 'boolean',
  placed_at: 'timestamptz',
  shipped_at: 'timestamptz',
  first_scan_at: 'timestamptz',
  last_scan_at: 'timestamptz',
  last_place: 'text',
  last_country: 'text',
  delivered_at: 'timestamptz',
  promised_from: 'date',
  promised_to: 'date',
  promise_source: 'text',
  promise_basis: 'jsonb',
  first_promised_to: 'date',
  missed_to: 'date',
  slips: 'int',
  imported: 'boolean',
  settled_at: 'timestamptz',
  computed_at: 'timestamptz',
};

const names = Object.keys(columns);
const upsert = `
  insert into parcels (${names.join(', ')})
  select ${names.join(', ')} from json_to_recordset($1::json) as r(${Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ')})
  on conflict (shop_id, shipment_id) do update set ${names.filter((name) => name !== 'shipment_id').map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Writes the rows as they are now. */
export async function writeParcels(tx: ShopTx, parcels: readonly ParcelRecord[]): Promise<void> {
  if (parcels.length > 0) await runInBulk(tx, upsert, [JSON.stringify(parcels)], 'parcels-write');
}

const upsertChecks = `
  insert into parcel_checks (shipment_id, next_check_at) select shipment_id, next_check_at from json_to_recordset($1::json) as r(shipment_id bigint, next_check_at timestamptz)
  on conflict (shop_id, shipment_id) do update set next_check_at = excluded.next_check_at where parcel_checks.next_check_at is distinct from excluded.next_check_at`;

/** When to look at a parcel next though nothing is heard of it; null where nothing more is expected. */
export interface NextCheck {
  shipment_id: string;
  next_check_at: Instant | null;
}

/** Writes when parcels are to be looked at next. */
export async function writeNextChecks(tx: ShopTx, checks: readonly NextCheck[]): Promise<void> {
  if (checks.length > 0) await runInBulk(tx, upsertChecks, [JSON.stringify(checks)], 'parcels-next-check');
}

/** The rows of these orders. */
export async function loadParcels(tx: ShopTx, orderIds: readonly string[]): Promise<ParcelRecord[]> {
  const rows = await runInBulk<{ parcel: ParcelRecord }>(tx, parcelsWhere('order_id = any ($1::text[])'), [orderIds], 'parcels-of-orders');
  return rows.map(({ parcel }) => withInstants(parcel));
}

/** A question for parcel rows as JSON: moments are ISO text, ids text. The condition is ours, never a visitor's words. */
export function parcelsWhere(condition: string): string {
  return `select to_jsonb(p) - 'shop_id' || jsonb_build_object('shipment_id', p.shipment_id::text) as parcel from parcels p where ${condition}`;
}

const instants = new Set(Object.entries(columns).flatMap(([name, type]) => (type === 'timestamptz' ? [name] : [])));

/** Postgres writes moments with an offset; rows are compared as text, so they are written one way. */
export function withInstants(parcel: ParcelRecord): ParcelRecord {
  const entries = Object.entries(parcel).map(([name, value]) => [name, typeof value === 'string' && instants.has(name) ? new Date(value).toISOString() : value]);
  // The keys are those of the row itself; only the spelling of moments changed.
  return Object.fromEntries(entries) as ParcelRecord;
}
