import { notFound } from '#app/kernel/errors.ts';
import { sayCredits } from '#app/modules/compensation/index.server.ts';
import { readStory, type NewEntry } from '#app/modules/journal/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { attentionReasons } from './attention.server.ts';
import { readCustomer } from './read-customer.server.ts';
import { readLines, toAddress, toHeader, type OrderRow } from './read-order.server.ts';
import { readParcels } from './read-parcels.server.ts';
import { isAttentionReason, moneyPair } from './row-reading.ts';
import { scanEntry } from './scan-entry.ts';
import type { OrderStory, RefundView } from './views.ts';

/** Everything about one order. Throws `not_found` for an id that is not one of this shop's. */
export async function orderStory(ctx: ShopContext, orderId: string): Promise<OrderStory> {
  return ctx.tx(async (tx) => {
    const row = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null, fingerprint: { not: '' } } });
    if (!row) throw notFound('order');
    const lines = await readLines(tx, row);
    const reasons = await tx.$queryRaw<{ reason: string }[]>(sql`select distinct r.reason from orders o cross join lateral (${attentionReasons(ctx.clock.now())}) r where o.id = ${orderId}`);
    return {
      order: {
        ...toHeader(row),
        confirmationNumber: row.confirmation_number,
        email: row.email,
        phone: row.phone,
        customerLocale: row.customer_locale,
        sourceName: row.source_name,
        tags: row.tags,
        note: row.note,
        shippingAddress: toAddress(row.shipping_address),
        statusPageUrl: row.status_page_url,
        imported: row.imported,
        attention: reasons.map(({ reason }) => reason).filter(isAttentionReason),
      },
      customer: row.customer_id === null ? null : await readCustomer(tx, row.customer_id, row),
      lines,
      parcels: await readParcels(tx, orderId, lines),
      refunds: await readRefunds(tx, row),
      timeline: await sayCredits(tx, await readStory(tx, { orderId, besides: await readScans(tx, orderId) })),
    };
  });
}

/** Every scan as a line: those of old history are in the story without one of their own. One told and taken back unseen is none. */
async function readScans(tx: ShopTx, orderId: string): Promise<NewEntry[]> {
  const scans = await tx.checkpoints.findMany({ where: { order_id: orderId, source: 'shopify', status: { not: 'removed' } }, orderBy: [{ happened_at: 'asc' }, { id: 'asc' }] });
  return scans.map((scan) => scanEntry(scan, { imported: true }));
}

async function readRefunds(tx: ShopTx, order: OrderRow): Promise<RefundView[]> {
  const refunds = await tx.refunds.findMany({ where: { order_id: order.id }, orderBy: [{ created_at: 'asc' }, { id: 'asc' }] });
  const lines = await tx.refund_lines.findMany({ where: { refund_id: { in: refunds.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
  return refunds.map((refund) => ({
    id: refund.id,
    createdAt: refund.created_at,
    note: refund.note,
    amount: moneyPair(order, refund.amount, refund.amount_presentment),
    lines: lines
      .filter(({ refund_id }) => refund_id === refund.id)
      .map((line) => ({ lineId: line.order_line_id, quantity: line.quantity, subtotal: moneyPair(order, line.subtotal, line.subtotal_presentment) })),
  }));
}
