import type { MoneyPair } from '#app/kernel/money.ts';
import { parcelsBack, type ParcelBack } from '#app/modules/parcels/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { isNextStep } from './next-step.ts';
import { inspectionsOf } from './processing/inspections.server.ts';
import type { DeliveryView, ReturnView } from './views.ts';

type Where = NonNullable<Parameters<ShopTx['returns']['findMany']>[0]>['where'];
type Delivery = Awaited<ReturnType<ShopTx['reverse_deliveries']['findMany']>>[number];
type Currencies = { currency: string; presentment_currency: string };

/** Returns with everything that is known of them, oldest first. */
export async function returnViews(tx: ShopTx, where: Where): Promise<ReturnView[]> {
  const rows = await tx.returns.findMany({ where, orderBy: [{ created_at: 'asc' }, { id: 'asc' }] });
  if (rows.length === 0) return [];
  const ofThem = { where: { return_id: { in: rows.map(({ id }) => id) } } };
  const lines = await tx.return_lines.findMany({ ...ofThem, orderBy: { position: 'asc' } });
  const exchangeLines = await tx.return_exchange_lines.findMany({ ...ofThem, orderBy: { position: 'asc' } });
  const deliveries = await tx.reverse_deliveries.findMany({ ...ofThem, orderBy: { id: 'asc' } });
  const workLines = await tx.reverse_fulfillment_lines.findMany(ofThem);
  const dispositions = await tx.dispositions.findMany({ ...ofThem, orderBy: [{ created_at: 'asc' }, { id: 'asc' }] });
  const inspections = await inspectionsOf(tx, rows.map(({ id }) => id));
  const orders = await tx.orders.findMany({ where: { id: { in: rows.map(({ order_id }) => order_id) } } });
  const sold = await tx.order_lines.findMany({ where: { order_id: { in: orders.map(({ id }) => id) } } });
  const refunds = await tx.refunds.findMany({ where: { id: { in: rows.flatMap(({ refund_ids }) => refund_ids) } }, orderBy: { created_at: 'asc' } });
  const parcels = await parcelsBack(tx, orders.map(({ id }) => id));
  const left = await tx.returns_left_to_people.findMany(ofThem);
  const leftTo = (id: string) => {
    const found = left.find(({ return_id }) => return_id === id);
    return found ? { why: found.why, since: found.since } : null;
  };
  const soldAs = (lineId: string | null) => sold.find(({ id }) => id === lineId);

  return rows.flatMap((row) => {
    const order = orders.find(({ id }) => id === row.order_id);
    if (!order || order.deleted_at !== null) return [];
    const own = <Child extends { return_id: string }>(children: readonly Child[]) => children.filter(({ return_id }) => return_id === row.id);
    return {
      id: row.id,
      name: row.name,
      orderId: row.order_id,
      orderName: order.name,
      status: row.status,
      next: isNextStep(row.next_step) ? row.next_step : 'done',
      waitsSince: row.waits_since,
      createdAt: row.created_at,
      approvedAt: row.request_approved_at,
      imported: row.imported,
      receivedAt: row.received_at,
      leftToPeople: leftTo(row.id),
      decline: row.decline_reason === null ? null : { reason: row.decline_reason, note: row.decline_note },
      lines: own(lines).map((line) => {
        const { title = null, variant_title: variantTitle = null, sku = null, image_url: imageUrl = null } = soldAs(line.order_line_id) ?? {};
        return {
          id: line.id,
          orderLineId: line.order_line_id,
          title,
          variantTitle,
          sku,
          imageUrl,
          quantity: line.quantity,
          processed: line.processed,
          refunded: line.refunded,
          reason: line.reason_name ?? line.reason,
          reasonNote: line.reason_note,
          customerNote: line.customer_note,
          restocking: line.fee_percentage === null ? null : { percentage: line.fee_percentage, amount: pair(order, line.fee, line.fee_presentment) },
          value: pair(order, line.value, line.value_presentment),
        };
      }),
      exchangeLines: own(exchangeLines).map(({ id, title, variant_title: variantTitle, sku, quantity, processed }) => ({ id, title, variantTitle, sku, quantity, processed })),
      shippingFee: row.shipping_fee === 0n ? null : pair(order, row.shipping_fee, row.shipping_fee_presentment),
      deliveries: own(deliveries).map((delivery) => deliveryView(delivery, parcels.find(({ id }) => id === delivery.id) ?? null)),
      received: own(dispositions).map((found) => {
        const line = workLines.find(({ id }) => id === found.reverse_fulfillment_line_id);
        return { id: found.id, title: soldAs(line?.order_line_id ?? null)?.title ?? null, disposition: found.type, quantity: found.quantity, place: found.location_name, at: found.created_at };
      }),
      inspections: inspections.filter(({ returnId }) => returnId === row.id).map(({ id, lineId, quantity, finding, grade, accepted, refusal, note, at }) => {
        const line = lines.find((candidate) => candidate.id === lineId);
        return { id, lineId, title: soldAs(line?.order_line_id ?? null)?.title ?? null, quantity, finding, grade, accepted, refusal, note, at };
      }),
      refused: inspections.filter(({ returnId, accepted }) => returnId === row.id && !accepted).reduce((sum, { quantity }) => sum + quantity, 0),
      refunds: refunds.filter(({ id }) => row.refund_ids.includes(id)).map(({ id, created_at: createdAt, amount, amount_presentment }) => ({ id, createdAt, amount: pair(order, amount, amount_presentment) })),
    };
  });
}

function deliveryView(told: Delivery, parcel: ParcelBack | null): DeliveryView {
  return {
    id: told.id,
    carrier: parcel?.carrier ?? told.carrier,
    number: told.number,
    url: parcel?.url ?? told.url,
    labelUrl: told.label_url,
    labelMadeAt: told.label_made_at,
    standing: parcel?.firstScanAt ? { status: parcel.status, since: parcel.since, place: parcel.place } : null,
  };
}

function pair({ currency, presentment_currency }: Currencies, shop: bigint, presentment: bigint): MoneyPair {
  return { shop: { minor: Number(shop), currency }, presentment: { minor: Number(presentment), currency: presentment_currency } };
}
