import { after, hour } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { storiesOfOrders, type ParcelStory } from '#app/modules/parcels/index.server.ts';
import { destinationZone } from '#app/modules/promises/index.server.ts';
import type { OrderTruth } from './fact.ts';

/** One line of an order as a notice lists it. */
export interface NoticeLine {
  title: string;
  variant: string | null;
  quantity: number;
  imageUrl: string | null;
  /** Null where it is not in a parcel yet. */
  fulfillmentId: string | null;
}

/** What a notice is decided by and written from. */
export interface NoticeOrder extends OrderTruth {
  /** Cancelled, deleted or a test: nothing of its returns is told either. An order from before the app may well be sent back today. */
  gone: boolean;
  name: string;
  email: string | null;
  customerId: string | null;
  locale: string | null;
  /** Staff wrote to the customer about a parcel of it a moment ago. */
  toldByStaff: boolean;
  /** Something of it has not left yet. */
  incomplete: boolean;
}

interface Row {
  id: string;
  name: string;
  email: string | null;
  customer_id: string | null;
  locale: string | null;
  country: string | null;
  province: string | null;
  processed_at: Date;
  imported: boolean;
  gone: boolean;
  late_since: Date | null;
  told_by_staff: boolean;
  incomplete: boolean;
}

/** After staff wrote by hand, the same is not said again by us for so long. */
const peace = 12 * hour;

const question = `
  select o.id, o.name, o.email, o.customer_id, coalesce(o.customer_locale, c.locale) as locale, o.processed_at,
         o.shipping_address ->> 'countryCode' as country, o.shipping_address ->> 'province' as province,
         o.imported, (o.test or o.cancelled_at is not null or o.deleted_at is not null) as gone,
         (select min(t.opened_at) from troubles t where t.order_id = o.id and t.kind = 'late_to_ship' and t.closed_at is null and t.mark is distinct from 'dismissed') as late_since,
         exists (select from outbox m where m.order_id = o.id and m.kind = 'parcels.told' and m.created_at > $2::timestamptz) as told_by_staff,
         exists (select from order_lines l where l.order_id = o.id and l.unfulfilled_quantity > 0 and l.requires_shipping) as incomplete
    from orders o left join customers c on c.id = o.customer_id where o.id = any ($1::text[])`;

/** Holds orders for this transaction: two who decide about one at once decide one after the other. */
export async function holdOrders(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  await runInBulk(tx, 'select from orders where id = any ($1::text[]) order by id for no key update', [orderIds], 'notices-hold-orders');
}

/** The order with its parcels as they are now; null where there is none. */
export async function readNoticeOrder(tx: ShopTx, orderId: string, now: Date): Promise<NoticeOrder | null> {
  return (await readNoticeOrders(tx, [orderId], now)).get(orderId) ?? null;
}

/** The same of many at once, by order. */
export async function readNoticeOrders(tx: ShopTx, orderIds: readonly string[], now: Date): Promise<Map<string, NoticeOrder>> {
  const rows = await runInBulk<Row & Record<string, unknown>>(tx, question, [orderIds, after(now, -peace)], 'notices-orders');
  const parcels = await storiesOfOrders(tx, rows.map(({ id }) => id), now);
  return new Map(rows.map((row) => [row.id, toOrder(row, parcels.get(row.id) ?? [])]));
}

function toOrder({ id, name, email, locale, country, province, imported, gone, incomplete, ...row }: Row, parcels: ParcelStory[]): NoticeOrder {
  const about = { id, name, email: email?.trim() || null, customerId: row.customer_id, locale };
  return { ...about, silent: imported || gone, gone, incomplete, processedAt: row.processed_at, lateSince: row.late_since, toldByStaff: row.told_by_staff, zone: destinationZone(country, 'UTC', province), country, parcels };
}

const linesQuestion = `
  select l.order_id as "orderId", l.title, l.variant_title as variant, i.quantity, l.image_url as "imageUrl", i.fulfillment_id as "fulfillmentId"
    from fulfillment_lines i join order_lines l on l.id = i.order_line_id where l.order_id = any ($1::text[])
  union all
  select l.order_id, l.title, l.variant_title, l.unfulfilled_quantity, l.image_url, null from order_lines l where l.order_id = any ($1::text[]) and l.unfulfilled_quantity > 0`;

/** What was bought in each of these orders, parcel by parcel, then what has not left. */
export async function readNoticeLines(tx: ShopTx, orderIds: readonly string[]): Promise<Map<string, NoticeLine[]>> {
  const rows = await runInBulk<NoticeLine & { orderId: string }>(tx, linesQuestion, [orderIds], 'notices-lines');
  return Map.groupBy(rows, ({ orderId }) => orderId);
}
