import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { isFulfillmentWord, moneyPair } from './row-reading.ts';
import type { AddressView, LineView, OrderHeader } from './views.ts';

export type OrderRow = NonNullable<Awaited<ReturnType<ShopTx['orders']['findUnique']>>>;

/** What stands at the head of every view of an order. */
export function toHeader(row: OrderRow): OrderHeader {
  const pair = (shop: bigint, presentment: bigint) => moneyPair(row, shop, presentment);
  return {
    id: row.id,
    name: row.name,
    processedAt: row.processed_at,
    cancelledAt: row.cancelled_at,
    cancelReason: row.cancel_reason,
    closedAt: row.closed_at,
    financialStatus: row.financial_status,
    fulfillmentStatus: isFulfillmentWord(row.fulfillment_status) ? row.fulfillment_status : null,
    returnStatus: row.return_status,
    taxesIncluded: row.taxes_included,
    test: row.test,
    money: {
      subtotal: pair(row.subtotal, row.subtotal_presentment),
      discounts: pair(row.discounts, row.discounts_presentment),
      shipping: pair(row.shipping, row.shipping_presentment),
      tax: pair(row.tax, row.tax_presentment),
      duties: pair(row.duties, row.duties_presentment),
      tip: pair(row.tip, row.tip_presentment),
      total: pair(row.total, row.total_presentment),
      refunded: pair(row.refunded, row.refunded_presentment),
    },
  };
}

/** The lines of an order as it lists them. */
export async function readLines(tx: ShopTx, order: OrderRow): Promise<LineView[]> {
  const rows = await tx.order_lines.findMany({ where: { order_id: order.id }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => toLine(order, row));
}

type LineRow = Awaited<ReturnType<ShopTx['order_lines']['findMany']>>[number];

/** A line of an order. */
export function toLine(order: OrderRow, row: LineRow): LineView {
  return {
    id: row.id,
    title: row.title,
    variantTitle: row.variant_title,
    sku: row.sku,
    imageUrl: row.image_url,
    quantity: row.quantity,
    currentQuantity: row.current_quantity,
    unfulfilledQuantity: row.unfulfilled_quantity,
    requiresShipping: row.requires_shipping,
    unitPrice: moneyPair(order, row.unit_price, row.unit_price_presentment),
    discount: moneyPair(order, row.discount, row.discount_presentment),
  };
}

const text = z.string().nullable().default(null);
const addressShape = z.object({ name: text, address1: text, address2: text, city: text, province: text, provinceCode: text, zip: text, countryCode: text, phone: text });

/** The shipping address as it is stored, or null. */
export function toAddress(stored: unknown): AddressView | null {
  return addressShape.safeParse(stored).data ?? null;
}
