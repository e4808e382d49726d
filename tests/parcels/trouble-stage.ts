import type { ParcelRecord } from '../../app/modules/parcels/records.ts';
import type { NextCheck } from '../../app/modules/parcels/store.server.ts';
import type { Judgement } from '../../app/modules/parcels/trouble/judgement.ts';
import { runInBulk, type ShopTx } from '../../app/platform/db/database.server.ts';

/** A parcel with UPS from Germany to France, scanned in Leipzig, changed as wished. */
export function parcel(more: Partial<ParcelRecord> = {}): ParcelRecord {
  return {
    shipment_id: '1', order_id: '1', fulfillment_id: '1', number: '1Z999AA10123456784', method: 'carrier', carrier: 'ups', number_doubt: null, service: null,
    origin: 'DE', destination: 'FR', destination_province: null, status: 'in_transit', cause: null, status_since: '2026-11-10T08:00:00.000Z', attempts: 0,
    going_back: false, placed_at: '2026-11-09T08:00:00.000Z', shipped_at: '2026-11-09T15:00:00.000Z', first_scan_at: '2026-11-10T08:00:00.000Z',
    last_scan_at: '2026-11-10T08:00:00.000Z', last_place: 'Leipzig', last_country: 'DE', delivered_at: null, promised_from: null, promised_to: null,
    promise_source: null, promise_basis: null, first_promised_to: null, missed_to: null, slips: 0, imported: false, settled_at: null,
    computed_at: '2026-11-10T08:00:00.000Z', ...more,
  };
}

/** What was found of a parcel by hand, without looking at it. */
export function judgement(more: Partial<Judgement> = {}): Judgement {
  return {
    orderId: '1', shipmentId: '1', carrier: 'ups', origin: 'DE', destination: 'FR', hub: 'Leipzig', lastScanAt: '2026-11-10T08:00:00.000Z',
    found: [], near: [], judged: ['no_first_scan', 'silent', 'past_date', 'exception', 'customs', 'returning', 'attempts', 'number_wrong'], over: null, ...more,
  };
}

/** Orders with a parcel each, as the mirror and the fold would have left them. The order's number is the shipment's. */
export async function placeParcels(tx: ShopTx, parcels: readonly (ParcelRecord & Partial<NextCheck>)[], orders: Record<string, unknown> = {}): Promise<void> {
  const rows = parcels.map(({ shipment_id, order_id, fulfillment_id, number, placed_at, shipped_at }) => ({
    order: {
      id: order_id, name: `#${order_id}`, created_at: placed_at, processed_at: placed_at, updated_at: placed_at, financial_status: 'paid', fulfillment_status: 'fulfilled', currency: 'EUR', presentment_currency: 'EUR',
      subtotal: 0, subtotal_presentment: 0, discounts: 0, discounts_presentment: 0, shipping: 0, shipping_presentment: 0, tax: 0, tax_presentment: 0, total: 0, total_presentment: 0, fingerprint: 'x', search: '',
      test: false, tags: [], taxes_included: false, duties: 0, duties_presentment: 0, tip: 0, tip_presentment: 0, refunded: 0, refunded_presentment: 0, imported: false, ...orders,
    },
    fulfillment: { id: fulfillment_id, order_id, status: 'success', created_at: shipped_at, updated_at: shipped_at, fingerprint: 'x' },
    shipment: { id: shipment_id, fulfillment_id, order_id, position: 0, number },
  }));
  await fill(tx, 'orders', rows.map(({ order }) => order));
  await fill(tx, 'fulfillments', rows.map(({ fulfillment }) => fulfillment));
  await fill(tx, 'shipments', rows.map(({ shipment }) => shipment));
  await fill(tx, 'parcels', parcels.map(({ next_check_at: _, ...row }) => row));
  await fill(tx, 'parcel_checks', parcels.map(({ shipment_id, next_check_at = null }) => ({ shipment_id, next_check_at })));
}

/** Rows of one shape into a table, with the columns they name. */
export async function fill(tx: ShopTx, table: string, rows: readonly object[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {}).join(', ');
  await runInBulk(tx, `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json) on conflict do nothing`, [JSON.stringify(rows)]);
}
