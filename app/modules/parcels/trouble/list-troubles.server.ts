import { parcelCauses, parcelStatuses } from '#app/modules/carriers/index.server.ts';
import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Evidence } from '../records.ts';
import { troubleConditions } from './trouble-conditions.server.ts';
import { toKind, toMark, toOutcome } from './trouble-words.ts';
import type { TroubleFilter, TroublePage, TroubleRow } from './views.ts';

const largestPage = 250;

interface Found {
  id: string;
  order_id: string;
  order_name: string;
  recipient: string | null;
  kind: string;
  cause: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  hub: string | null;
  evidence: Evidence;
  opened_at: Date;
  changed_at: Date;
  imported: boolean;
  mark: string | null;
  marked_by: string | null;
  marked_at: Date | null;
  mark_reason: string | null;
  closed_at: Date | null;
  outcome: string | null;
  shipment_id: string | null;
  number: string | null;
  status: string | null;
  last_scan_at: Date | null;
  promised_to: string | null;
  missed_to: string | null;
}

/** A page of troubles, those that began last first. A cursor that is not one of ours starts at the top. */
export async function listTroubles(ctx: ShopContext, filter: TroubleFilter, cursor?: string, pageSize = 50): Promise<TroublePage> {
  const size = Math.min(Math.max(pageSize, 1), largestPage);
  const from = readPlace(cursor);
  const after = from ? sql`and (t.opened_at, t.id) < (${from.at}, ${from.id})` : sql``;
  const found = await ctx.tx((tx) => tx.$queryRaw<Found[]>(sql`
    select t.id::text, t.order_id, o.name as order_name, o.shipping_address ->> 'name' as recipient, t.kind, t.cause, t.carrier, t.origin, t.destination, t.hub, t.evidence,
           t.opened_at, t.changed_at, t.imported, t.mark, t.marked_by, t.marked_at, t.mark_reason, t.closed_at, t.outcome, t.shipment_id::text, p.number, p.status,
           p.last_scan_at, p.promised_to::text, p.missed_to::text
      from (select t.* from troubles t where ${troubleConditions(filter)} ${after} order by t.opened_at desc, t.id desc limit ${size + 1}) t
      join orders o on o.id = t.order_id left join parcels p on p.shipment_id = t.shipment_id
     order by t.opened_at desc, t.id desc`));
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows: rows.flatMap(toRow), next: found.length > size && last ? `${last.opened_at.getTime()}.${last.id}` : null };
}

function readPlace(cursor: string | undefined): { at: Date; id: bigint } | null {
  const [, time, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(cursor ?? '') ?? [];
  return time && id ? { at: new Date(Number(time)), id: BigInt(id) } : null;
}

/** Kinds this build does not know are left out. */
function toRow(row: Found): TroubleRow[] {
  const kind = toKind(row.kind);
  if (!kind) return [];
  const mark = toMark(row.mark);
  const outcome = toOutcome(row.outcome);
  const status = parcelStatuses.find((known) => known === row.status);
  return [
    {
      id: row.id,
      orderId: row.order_id,
      orderName: row.order_name,
      recipient: row.recipient,
      kind,
      cause: parcelCauses.find((known) => known === row.cause) ?? null,
      carrier: row.carrier,
      origin: row.origin,
      destination: row.destination,
      hub: row.hub,
      evidence: row.evidence,
      since: row.opened_at,
      changedAt: row.changed_at,
      imported: row.imported,
      mark: mark && row.marked_at ? { mark, by: row.marked_by, at: row.marked_at, reason: row.mark_reason } : null,
      closed: row.closed_at && outcome ? { at: row.closed_at, outcome } : null,
      parcel: row.shipment_id && status ? { shipmentId: row.shipment_id, number: row.number ?? '', status, lastScanAt: row.last_scan_at, promisedTo: row.promised_to, missedTo: row.missed_to } : null,
    },
  ];
}
