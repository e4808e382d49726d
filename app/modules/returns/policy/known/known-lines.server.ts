import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { DeliveryFacts, LineFacts } from '../facts.ts';
import type { AskedFacts } from './ask-facts.server.ts';

interface Row extends DeliveryFacts {
  [column: string]: unknown;
  id: string;
  productId: string | null;
  variantId: string | null;
  price: number;
  discounts: number;
  quantity: number;
}

/**
 * What is handed over in a shop, or never sent, arrived when it was fulfilled. A line in several parcels has arrived with the last of them.
 * Everything is found by its order, for which there are indexes.
 */
const question = `
  with part as materialized (
    select f.id, coalesce(p.delivered_at, f.delivered_at, case when f.method in ('retail', 'none') then f.created_at end) as delivered_at,
           coalesce((p.promised_to + time '12:00') at time zone $2, f.estimated_delivery_at) as expected_at, coalesce(p.shipped_at, f.created_at) as shipped_at,
           p.first_scan_at is not null and p.delivered_at is null and p.settled_at is null as underway
      from fulfillments f left join (parcels p join shipments s on s.id = p.shipment_id and s.removed_at is null) on p.order_id = f.order_id and p.fulfillment_id = f.id
     where f.order_id = any ($1::text[]) and lower(f.status) not in ('cancelled', 'error', 'failure')
  ), sent as materialized (
    select i.order_line_id, bool_and(part.delivered_at is not null) as arrived, max(part.delivered_at) as delivered_at, max(part.expected_at) as expected_at,
           max(part.shipped_at) as shipped_at, bool_or(part.underway) as underway
      from part join fulfillment_lines i on i.fulfillment_id = part.id group by i.order_line_id
  )
  select l.id, l.product_id as "productId", l.variant_id as "variantId", l.unit_price::float8 as price, l.discount::float8 as discounts, l.quantity,
         case when sent.arrived then sent.delivered_at end as "deliveredAt", sent.expected_at as "expectedAt", sent.shipped_at as "shippedAt", coalesce(sent.underway, false) as underway
    from order_lines l left join sent on sent.order_line_id = l.id where l.order_id = any ($1::text[])`;

/** A line of an order, of which some units would come back. */
export interface KnownLine {
  productId: string | null;
  quantity: number;
  /** The facts of so many of its units, with what was asked of its product; what was paid for them is their share, or what Shopify says. */
  facts(units: number, asked: AskedFacts, value?: number): LineFacts;
}

/** What a policy may ask of the lines of these orders. */
export async function knownLines(tx: ShopTx, orderIds: readonly string[], zone: string): Promise<Map<string, KnownLine>> {
  const rows = await runInBulk<Row>(tx, question, [orderIds, zone], 'returns-known-lines');
  return new Map(rows.map((row) => [row.id, toLine(row)]));
}

function toLine({ productId, variantId, price, discounts, quantity, deliveredAt, expectedAt, shippedAt, underway }: Row): KnownLine {
  const full = price * quantity;
  const discount = full === 0 ? 0 : Math.round((discounts / full) * 10_000) / 100;
  const delivery = { deliveredAt, expectedAt, shippedAt, underway };
  return {
    productId,
    quantity,
    facts(units, { products, collections }, value = Math.round(((full - discounts) * units) / quantity)) {
      const product = productId === null ? undefined : products.get(productId);
      return { productId, variantId, collections: (productId === null ? undefined : collections.get(productId)) ?? null, type: product?.type ?? null, productTags: product?.productTags ?? null, price, discount, value, delivery };
    },
  };
}
