import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { csvLine } from '#app/ui/csv.ts';
import { listTroubles } from '../trouble/list-troubles.server.ts';
import type { TroubleFilter, TroubleRow } from '../trouble/views.ts';
import { carrierNames } from './carrier-names.server.ts';
import { listParcels } from './list-parcels.server.ts';
import type { ParcelFilter, ParcelRow } from './parcel-row.ts';

const atOnce = 250;

/** Every trouble a filter means as lines of CSV, a page at a time. */
export async function* exportTroubles(ctx: ShopContext, filter: TroubleFilter): AsyncGenerator<string> {
  yield csvLine([
    'order', 'recipient', 'tracking_number', 'carrier', 'origin', 'destination', 'trouble', 'cause', 'since', 'last_seen_in', 'last_scan_at', 'status',
    'promised_to', 'missed', 'decision', 'decision_reason', 'decided_at', 'silence_limit_hours', 'samples',
  ]);
  for (let cursor: string | undefined; ; ) {
    const page = await listTroubles(ctx, filter, cursor, atOnce);
    const names = carrierNames(page.rows.map(({ carrier }) => carrier));
    yield page.rows.map((row) => troubleLine(row, names)).join('');
    if (page.next === null) return;
    cursor = page.next;
  }
}

function troubleLine(row: TroubleRow, names: Record<string, string>): string {
  const { parcel, mark, evidence } = row;
  return csvLine([
    row.orderName, row.recipient, parcel?.number ?? null, row.carrier && (names[row.carrier] ?? row.carrier), row.origin, row.destination, row.kind, row.cause, row.since, row.hub,
    parcel?.lastScanAt ?? null, parcel?.status ?? null, parcel?.promisedTo ?? null, parcel?.missedTo ?? null, mark?.mark ?? null, mark?.reason ?? null, mark?.at ?? null,
    evidence.limitHours ?? null, evidence.samples ?? null,
  ]);
}

/** Every parcel a filter means as lines of CSV, a page at a time. */
export async function* exportParcels(ctx: ShopContext, filter: ParcelFilter): AsyncGenerator<string> {
  yield csvLine(['order', 'recipient', 'tracking_number', 'carrier', 'origin', 'destination', 'status', 'cause', 'sent_at', 'last_scan_at', 'delivered_at', 'promised_from', 'promised_to', 'promise_source', 'missed', 'troubles']);
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listParcels>> = await listParcels(ctx, filter, cursor, atOnce);
    const names = carrierNames(page.rows.map(({ carrier }) => carrier));
    yield page.rows.map((row) => parcelLine(row, names)).join('');
    if (page.next === null) return;
    cursor = page.next;
  }
}

function parcelLine(row: ParcelRow, names: Record<string, string>): string {
  const { promise } = row;
  return csvLine([
    row.orderName, row.recipient, row.number, (row.carrier && names[row.carrier]) ?? row.company, row.origin, row.destination, row.status, row.cause, row.shippedAt, row.lastScanAt,
    row.deliveredAt, promise?.from ?? null, promise?.to ?? null, promise?.source ?? null, row.missedTo, row.troubles.join(' '),
  ]);
}
