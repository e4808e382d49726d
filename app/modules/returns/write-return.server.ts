import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { NextStep } from './next-step.ts';
import type { ReturnReading } from './reading.ts';

interface Around {
  step: NextStep;
  since: Date;
  imported: boolean;
  receivedAt: Date | null;
  orderUpdatedAt: Date;
  readAt: Date;
}

/** Writes a return with everything that hangs on it, in place of what was there. */
export async function writeReturn(tx: ShopTx, found: ReturnReading, { step, since, imported, receivedAt, orderUpdatedAt, readAt }: Around): Promise<void> {
  const row = {
    order_id: found.orderId,
    name: found.name,
    status: found.status,
    next_step: step,
    waits_since: since,
    created_at: found.createdAt,
    request_approved_at: found.requestApprovedAt,
    closed_at: found.closedAt,
    decline_reason: found.declineReason,
    decline_note: found.declineNote,
    total_quantity: found.totalQuantity,
    shipping_fee: found.shippingFee.shop,
    shipping_fee_presentment: found.shippingFee.presentment,
    refund_ids: found.refunds.map(({ id }) => id),
    imported,
    received_at: receivedAt,
    order_updated_at: orderUpdatedAt,
    read_at: readAt,
  };
  const { count } = await tx.returns.updateMany({ where: { id: found.id }, data: row });
  if (count === 0) await tx.returns.create({ data: { id: found.id, ...row } });
  await writeLines(tx, found);
  await writeWayBack(tx, found);
}

async function writeLines(tx: ShopTx, { id, lines, exchangeLines }: ReturnReading): Promise<void> {
  await tx.return_lines.deleteMany({ where: { return_id: id } });
  await tx.return_lines.createMany({
    data: lines.map((line, position) => ({
      id: line.id,
      return_id: id,
      position,
      order_line_id: line.orderLineId,
      fulfillment_line_id: line.fulfillmentLineId,
      quantity: line.quantity,
      processed: line.processed,
      refundable: line.refundable,
      refunded: line.refunded,
      reason: line.reason,
      reason_name: line.reasonName,
      reason_note: line.reasonNote,
      customer_note: line.customerNote,
      fee_percentage: line.feePercentage,
      fee: line.fee.shop,
      fee_presentment: line.fee.presentment,
      value: line.value.shop,
      value_presentment: line.value.presentment,
    })),
  });
  await tx.return_exchange_lines.deleteMany({ where: { return_id: id } });
  await tx.return_exchange_lines.createMany({
    data: exchangeLines.map((line, position) => ({
      id: line.id,
      return_id: id,
      position,
      product_id: line.productId,
      variant_id: line.variantId,
      title: line.title,
      variant_title: line.variantTitle,
      sku: line.sku,
      quantity: line.quantity,
      processed: line.processed,
    })),
  });
}

async function writeWayBack(tx: ShopTx, { id, works, deliveries }: ReturnReading): Promise<void> {
  await tx.reverse_fulfillment_orders.deleteMany({ where: { return_id: id } });
  await tx.reverse_fulfillment_orders.createMany({ data: works.map((work) => ({ id: work.id, return_id: id, status: work.status })) });
  await tx.reverse_fulfillment_lines.deleteMany({ where: { return_id: id } });
  await tx.reverse_fulfillment_lines.createMany({
    data: works.flatMap((work) =>
      work.lines.map((line) => ({ id: line.id, return_id: id, reverse_fulfillment_order_id: work.id, order_line_id: line.orderLineId, quantity: line.quantity })),
    ),
  });
  await tx.dispositions.deleteMany({ where: { return_id: id } });
  await tx.dispositions.createMany({
    data: works.flatMap(({ dispositions }) =>
      dispositions.map((row) => ({
        id: row.id,
        return_id: id,
        reverse_fulfillment_line_id: row.lineId,
        type: row.type,
        quantity: row.quantity,
        location_name: row.locationName,
        created_at: row.createdAt,
      })),
    ),
  });
  await tx.reverse_deliveries.deleteMany({ where: { return_id: id } });
  await tx.reverse_deliveries.createMany({
    data: deliveries.map((row) => ({
      id: row.id,
      return_id: id,
      reverse_fulfillment_order_id: row.workId,
      carrier: row.carrier,
      number: row.number,
      url: row.url,
      label_url: row.labelUrl,
      label_made_at: row.labelMadeAt,
    })),
  });
}
