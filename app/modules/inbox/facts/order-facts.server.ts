import { dayIn } from '#app/kernel/time.ts';
import type { Money } from '#app/kernel/money.ts';
import { sentAgain, sentAgainFor } from '#app/modules/compensation/index.server.ts';
import { storiesOfOrders, type ParcelStory } from '#app/modules/parcels/index.server.ts';
import { customerZone } from '#app/modules/tracking/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { OrderFacts, ParcelFacts } from './facts.ts';
import { unitsInOrder } from './units-in-order.server.ts';
import { whereaboutsOf } from './whereabouts.ts';

interface Asked {
  orderIds: readonly string[];
  /** Those of them that are the person's own. */
  theirs: ReadonlySet<string>;
  zone: string;
  now: Date;
}

interface Line {
  order_id: string;
  title: string;
  unit_price_presentment: bigint;
  unfulfilled_quantity: number;
  units: number;
}

/** What is so of these orders, in the order in which they are named; one that is not there is left out. */
export async function orderFacts(tx: ShopTx, { orderIds, theirs, zone, now }: Asked): Promise<OrderFacts[]> {
  if (orderIds.length === 0) return [];
  const ids = [...orderIds];
  const rows = await tx.orders.findMany({ where: { id: { in: ids }, deleted_at: null, fingerprint: { not: '' } } });
  const lines = Map.groupBy(
    await tx.$queryRaw<Line[]>`
      select l.order_id, l.title, l.unit_price_presentment, l.unfulfilled_quantity, ${unitsInOrder} as units from order_lines l join orders o on o.id = l.order_id where l.order_id = any(${ids}) order by l.position, l.id`,
    ({ order_id }) => order_id,
  );
  const refunds = Map.groupBy(await tx.refunds.findMany({ where: { order_id: { in: ids } }, orderBy: { created_at: 'asc' } }), ({ order_id }) => order_id);
  const returns = Map.groupBy(
    await tx.returns.findMany({ where: { order_id: { in: ids }, status: { in: ['requested', 'open'] } }, select: { order_id: true, name: true, status: true }, orderBy: { created_at: 'desc' } }),
    ({ order_id }) => order_id,
  );
  const stories = await storiesOfOrders(tx, ids, now);
  const again = new Set((await sentAgainFor(tx, ids)).keys());
  for (const id of ids) if ((await sentAgain(tx, id)).length > 0) again.add(id);
  const facts = rows.map((row): OrderFacts => {
    const money = (minor: bigint): Money => ({ minor: Number(minor), currency: row.presentment_currency });
    return {
      id: row.id,
      name: row.name,
      isTheirs: theirs.has(row.id),
      placedOn: dayIn(zone, row.processed_at),
      cancelledOn: row.cancelled_at && dayIn(zone, row.cancelled_at),
      currency: row.presentment_currency,
      total: money(row.total_presentment),
      subtotal: money(row.subtotal_presentment),
      shipping: money(row.shipping_presentment),
      tax: money(row.tax_presentment),
      refunded: money(row.refunded_presentment),
      refunds: (refunds.get(row.id) ?? []).map(({ amount_presentment }) => money(amount_presentment)),
      items: (lines.get(row.id) ?? []).flatMap(({ title, units, unit_price_presentment }) => (units > 0 ? [{ title, quantity: units, price: money(unit_price_presentment) }] : [])),
      parcels: (stories.get(row.id) ?? []).filter(({ withdrawn }) => !withdrawn).map((story) => parcelFacts(story, zone)),
      isSent: lines.get(row.id)?.every(({ unfulfilled_quantity }) => unfulfilled_quantity === 0) ?? false,
      isSentAgain: again.has(row.id),
      returns: (returns.get(row.id) ?? []).map(({ name, status }) => ({ name, status })),
    };
  });
  return facts.sort((left, right) => ids.indexOf(left.id) - ids.indexOf(right.id));
}

function parcelFacts(story: ParcelStory, shopZone: string): ParcelFacts {
  const zone = customerZone(story, shopZone);
  return {
    number: story.number,
    carrier: story.carrierName,
    status: story.status,
    troubles: story.troubles.map(({ kind }) => kind),
    where: whereaboutsOf(story),
    shippedOn: dayIn(zone, story.shippedAt),
    deliveredOn: story.deliveredAt && dayIn(zone, story.deliveredAt),
    expected: story.promise && { from: story.promise.from, to: story.promise.to },
    missed: story.missedTo,
  };
}
