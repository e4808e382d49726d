import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Instant, OrderRecord } from './records.ts';

/** What is known of an order's way to its customer, for those who follow parcels. */
export interface OrderJourney {
  id: string;
  processed_at: Instant;
  /** Since when its goods are to be sent, where they waited on purpose. */
  ready_at: Instant | null;
  /** Why what has not left waits on purpose. */
  waiting: OrderRecord['waiting'];
  /** Cancelled, deleted or a test: nobody waits for it. */
  void: boolean;
  imported: boolean;
  financial_status: string | null;
  /** Something in it has to be shipped and has not left. */
  unsent: boolean;
  country: string | null;
  /** The code of the region within its country: `CA` of `US`, `13` of `JP`. */
  province: string | null;
  zip: string | null;
  /** How the customer chose to have it sent. */
  service: string | null;
  fulfillments: FulfillmentJourney[];
}

interface FulfillmentJourney {
  id: string;
  status: string;
  display_status: string | null;
  /** How its goods reach the customer, in Shopify's words; null where it was not told. */
  method: string | null;
  created_at: Instant;
  updated_at: Instant;
  in_transit_at: Instant | null;
  delivered_at: Instant | null;
  estimated_delivery_at: Instant | null;
  /** False where it holds nothing that is shipped. */
  ships: boolean;
  shipments: { id: string; number: string; carrier: string | null; url: string | null; removed_at: Instant | null; added_at: Instant | null }[];
  checkpoints: {
    id: string;
    status: string;
    message: string | null;
    happened_at: Instant;
    estimated_delivery_at: Instant | null;
    city: string | null;
    province: string | null;
    country: string | null;
    zip: string | null;
  }[];
}

/** An order's journey as a row; a condition on `orders o` follows. */
export const journeySelect = `
  select o.id, o.processed_at, o.ready_at, o.waiting, (o.cancelled_at is not null or o.deleted_at is not null or o.test) as void, o.imported, o.financial_status,
         o.shipping_address ->> 'countryCode' as country, o.shipping_address ->> 'provinceCode' as province, o.shipping_address ->> 'zip' as zip, o.shipping_service as service,
         exists (select from order_lines l where l.order_id = o.id and l.requires_shipping and l.unfulfilled_quantity > 0) as unsent,
         coalesce((
           select json_agg(json_build_object(
             'id', f.id, 'status', f.status, 'display_status', f.display_status, 'method', f.method, 'created_at', f.created_at, 'updated_at', f.updated_at,
             'in_transit_at', f.in_transit_at, 'delivered_at', f.delivered_at, 'estimated_delivery_at', f.estimated_delivery_at,
             'ships', not exists (select from fulfillment_lines i where i.fulfillment_id = f.id)
                      or exists (select from fulfillment_lines i join order_lines l on l.id = i.order_line_id where i.fulfillment_id = f.id and l.requires_shipping),
             'shipments', (select coalesce(json_agg(json_build_object('id', s.id::text, 'number', s.number, 'carrier', s.carrier, 'url', s.url, 'removed_at', s.removed_at, 'added_at', s.added_at) order by s.position, s.id), '[]')
                             from shipments s where s.fulfillment_id = f.id),
             'checkpoints', (select coalesce(json_agg(json_build_object('id', c.id, 'status', c.status, 'message', c.message, 'happened_at', c.happened_at,
                                'estimated_delivery_at', c.estimated_delivery_at, 'city', c.city, 'province', c.province, 'country', c.country, 'zip', c.zip) order by c.happened_at, c.id), '[]')
                               from checkpoints c where c.fulfillment_id = f.id and c.removed_at is null)
           ) order by f.created_at, f.id) from fulfillments f where f.order_id = o.id and f.fingerprint <> ''), '[]') as fulfillments
    from orders o`;

const question = `select to_json(j) as journey from (${journeySelect} where o.id = any ($1::text[]) and o.fingerprint <> '') j`;

/** The journeys of these orders; an order that is not known as a whole has none yet. */
export async function readJourneys(tx: ShopTx, orderIds: readonly string[]): Promise<OrderJourney[]> {
  if (orderIds.length === 0) return [];
  const rows = await runInBulk<{ journey: OrderJourney }>(tx, question, [orderIds], 'order-journeys');
  return rows.map(({ journey }) => ({ ...journey, province: regionCode(journey) }));
}

/** Shopify writes some regions with their country before them (`JP-13`), most without. */
function regionCode({ country, province }: OrderJourney): string | null {
  return (province?.startsWith(`${country}-`) ? province.slice(3) : province) || null;
}
