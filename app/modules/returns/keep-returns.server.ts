import { append } from '#app/modules/journal/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { followParcelsBack, parcelsBack, type ParcelTold } from '#app/modules/parcels/index.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { returnsChangedJob, settleReturnsJob } from './jobs.ts';
import { inspectionsOf } from './processing/inspections.server.ts';
import { furthestOf, receivedAt, stepOf } from './step-of.ts';
import type { OrderReading, ReturnReading, ReturnStatus } from './reading.ts';
import { stepsOf, type DoneByStaff, type HeldReturn } from './steps.ts';
import { writeReturn } from './write-return.server.ts';

/**
 * Keeps what a reading found, in the caller's transaction, and tells the story. A reading that began before the one we hold changes nothing.
 * Answers `unknown order` where the mirror does not hold the order yet: it has to be read first.
 */
export async function keepReturns(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, reading: OrderReading, done: DoneByStaff | null = null): Promise<'kept' | 'older' | 'unknown order'> {
  const { orderId, readAt, orderUpdatedAt } = reading;
  // A job and a page may read the same order at once.
  await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtext('returns.keep'), app.shop_id())::text`);
  const order = await tx.orders.findFirst({ where: { id: orderId, fingerprint: { not: '' } }, select: { customer_id: true, redacted_at: true } });
  if (!order) return 'unknown order';
  const before = await tx.return_readings.findFirst({ where: { order_id: orderId } });
  if (before?.read_at && before.read_at > readAt) return 'older';

  const held = await tx.returns.findMany({ where: { order_id: orderId } });
  const children = { where: { return_id: { in: held.map(({ id }) => id) } }, select: { return_id: true, processed: true } };
  const lines = await tx.return_lines.findMany(children);
  const exchangeLines = await tx.return_exchange_lines.findMany(children);
  await followParcelsBack(tx, orderId, reading.returns.flatMap(parcelsOf), readAt);
  const parcels = await parcelsBack(tx, [orderId]);
  const refused = (await inspectionsOf(tx, held.map(({ id }) => id))).filter(({ accepted }) => !accepted);
  for (const found of reading.returns) {
    const row = held.find(({ id }) => id === found.id);
    const known: HeldReturn | null = row ? { status: statusOf(row.status), closedAt: row.closed_at, processed: total(lines.filter(of(row.id))), exchanged: total(exchangeLines.filter(of(row.id))) } : null;
    const received = found.works.flatMap(({ dispositions }) => dispositions);
    const refusedHere = refused.filter(({ returnId }) => returnId === found.id).reduce((sum, { quantity }) => sum + quantity, 0);
    const step = stepOf({ ...found, received, refused: refusedHere }, furthestOf(found.deliveries, parcels));
    const arrived = receivedAt(found.deliveries, parcels, received.map(({ createdAt }) => createdAt));
    const since = row?.next_step === step ? row.waits_since : (sinceOf(found) ?? orderUpdatedAt);
    const imported = row?.imported ?? found.createdAt < shop.installedAt;
    const kept = order.redacted_at === null ? found : withoutPerson(found);
    await writeReturn(tx, kept, { step, since, imported, receivedAt: arrived, orderUpdatedAt, readAt });
    await append(tx, stepsOf(known, kept, { customerId: order.customer_id, orderUpdatedAt, installedAt: shop.installedAt, done }));
  }
  await noteReading(tx, reading, before?.wanted_at ?? null);
  if (reading.returns.some(({ createdAt }) => createdAt >= shop.installedAt)) {
    await enqueue(tx, returnsChangedJob, { orderId }, { key: `${returnsChangedJob.name}:${orderId}` });
    await enqueue(tx, settleReturnsJob, { orderId }, { key: `${settleReturnsJob.name}:${orderId}` });
  }
  await announce(tx, 'orders', orderId);
  await announce(tx, 'returns');
  return 'kept';
}

/** Where the last step has a moment of Shopify's own. */
function sinceOf({ status, createdAt, closedAt, requestApprovedAt, deliveries }: ReturnReading): Date | null {
  if (status === 'requested') return createdAt;
  if (status === 'closed') return closedAt;
  return status === 'open' && deliveries.length === 0 ? (requestApprovedAt ?? createdAt) : null;
}

function of(returnId: string): (row: { return_id: string }) => boolean {
  return ({ return_id }) => return_id === returnId;
}

/** What is sent back under a number; it is awaited while its return is open. */
function parcelsOf({ status, deliveries }: ReturnReading): ParcelTold[] {
  return deliveries.flatMap(({ id, number, carrier: company, url }) => (number === null ? [] : [{ id, number, company, url, awaited: status === 'open' }]));
}

function total(rows: readonly { processed: number }[]): number {
  return rows.reduce((sum, row) => sum + row.processed, 0);
}

/** What is told of a person who was taken out is kept without them. */
function withoutPerson(reading: ReturnReading): ReturnReading {
  return {
    ...reading,
    declineNote: null,
    lines: reading.lines.map((line) => ({ ...line, reasonNote: null, customerNote: null })),
    deliveries: reading.deliveries.map((delivery) => ({ ...delivery, labelUrl: null })),
  };
}

async function noteReading(tx: ShopTx, { orderId, readAt, orderUpdatedAt }: OrderReading, wantedAt: Date | null): Promise<void> {
  // News that came while Shopify was asked is not answered by this reading.
  const wanted = wantedAt !== null && wantedAt > readAt ? wantedAt : null;
  const kept = { read_at: readAt, order_updated_at: orderUpdatedAt, wanted_at: wanted };
  await tx.$executeRaw(sql`
    insert into return_readings (order_id, read_at, order_updated_at, wanted_at) values (${orderId}, ${kept.read_at}, ${kept.order_updated_at}, null)
    on conflict (shop_id, order_id) do update set read_at = ${kept.read_at}, order_updated_at = ${kept.order_updated_at}, wanted_at = ${kept.wanted_at}::timestamptz`);
}

const statuses: readonly ReturnStatus[] = ['requested', 'open', 'declined', 'closed', 'canceled'];

/** Reads a status as a row holds it. */
function statusOf(value: string): ReturnStatus {
  return statuses.find((status) => status === value) ?? 'open';
}
