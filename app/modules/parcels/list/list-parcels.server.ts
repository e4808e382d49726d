import { parcelCauses, parcelStatuses } from '#app/modules/carriers/index.server.ts';
import { empty, join, sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toKind } from '../trouble/trouble-words.ts';
import type { ParcelFilter, ParcelPage, ParcelRow } from './parcel-row.ts';

const largestPage = 250;
const sources = ['carrier', 'shopify', 'learned', 'rule'] as const;
const doubts = ['format', 'check_digit', 'other_carrier'] as const;

interface Found {
  shipment_id: string;
  order_id: string;
  order_name: string;
  recipient: string | null;
  number: string;
  company: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  status: string;
  cause: string | null;
  shipped_at: Date;
  last_scan_at: Date | null;
  delivered_at: Date | null;
  promised_from: string | null;
  promised_to: string | null;
  promise_source: string | null;
  missed_to: string | null;
  number_doubt: string | null;
  settled: boolean;
  troubles: string[];
}

/** A page of parcels, those that left last first. A cursor that is not one of ours starts at the top. */
export async function listParcels(ctx: ShopContext, filter: ParcelFilter, cursor?: string | null, pageSize = 50): Promise<ParcelPage> {
  const size = Math.min(Math.max(pageSize, 1), largestPage);
  const [, time, id] = /^(\d{1,15})\.(\d{1,18})$/.exec(cursor ?? '') ?? [];
  const after = time && id ? sql`and (p.shipped_at, p.shipment_id) < (${new Date(Number(time))}, ${BigInt(id)})` : empty;
  const found = await ctx.tx((tx) => tx.$queryRaw<Found[]>(sql`
    select p.shipment_id::text, p.order_id, o.name as order_name, o.shipping_address ->> 'name' as recipient, p.number, s.carrier as company, p.carrier, p.origin, p.destination,
           p.status, p.cause, p.shipped_at, p.last_scan_at, p.delivered_at, p.promised_from::text, p.promised_to::text, p.promise_source, p.missed_to::text, p.number_doubt,
           p.settled_at is not null as settled,
           array(select t.kind from troubles t where t.shipment_id = p.shipment_id and t.closed_at is null order by t.opened_at) as troubles
      from (select p.* from parcels p where ${conditionsOf(filter)} ${after} order by p.shipped_at desc, p.shipment_id desc limit ${size + 1}) p
      join orders o on o.id = p.order_id join shipments s on s.id = p.shipment_id
     order by p.shipped_at desc, p.shipment_id desc`));
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows: rows.flatMap(toRow), next: found.length > size && last ? `${last.shipped_at.getTime()}.${last.shipment_id}` : null };
}

const shelves = {
  all: sql`p.method <> 'none'`,
  under_way: sql`p.settled_at is null and p.method <> 'none'`,
  late: sql`p.missed_to is not null and p.delivered_at is not null`,
};

function conditionsOf({ shelf, carrier, origin, destination, search, doubted }: ParcelFilter) {
  const typed = search?.trim() ?? '';
  const numbers = [typed, typed.replace(/[\s-]/g, '').toUpperCase()];
  const conditions = [shelves[shelf]];
  if (carrier !== undefined) conditions.push(sql`p.carrier is not distinct from ${carrier}`);
  if (origin !== undefined) conditions.push(sql`p.origin is not distinct from ${origin}`);
  if (destination !== undefined) conditions.push(sql`p.destination is not distinct from ${destination}`);
  if (doubted) conditions.push(sql`p.number_doubt is not null`);
  // Asked once for the few orders that are meant, not once a parcel.
  if (typed !== '') conditions.push(sql`p.order_id = any (array(select o.id from orders o where o.name = any (${[typed, `#${typed}`]}) union select n.order_id from parcels n where n.number = any (${numbers})))`);
  return join(conditions, ' and ');
}

function toRow(row: Found): ParcelRow[] {
  const status = parcelStatuses.find((known) => known === row.status);
  const source = sources.find((known) => known === row.promise_source);
  if (!status) return [];
  return [
    {
      shipmentId: row.shipment_id,
      orderId: row.order_id,
      orderName: row.order_name,
      recipient: row.recipient,
      number: row.number,
      company: row.company,
      carrier: row.carrier,
      origin: row.origin,
      destination: row.destination,
      status,
      cause: parcelCauses.find((known) => known === row.cause) ?? null,
      shippedAt: row.shipped_at,
      lastScanAt: row.last_scan_at,
      deliveredAt: row.delivered_at,
      promise: !row.settled && row.promised_from && row.promised_to && source ? { from: row.promised_from, to: row.promised_to, source } : null,
      missedTo: row.missed_to,
      numberDoubt: doubts.find((known) => known === row.number_doubt) ?? null,
      troubles: row.troubles.flatMap((kind) => toKind(kind) ?? []),
    },
  ];
}
