import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import { parcelsBack, type ParcelBack } from '#app/modules/parcels/index.server.ts';
import { sql } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { settleReturnsJob } from './jobs.ts';
import { returnViews } from './return-views.server.ts';
import { furthestOf, receivedAt, stepOf } from './step-of.ts';
import type { ReturnView } from './views.ts';

/** Parcels of these orders moved on their way back: what their returns wait for is reckoned anew, and the story told. Doing it again changes nothing. */
export async function noteParcelsBack(ctx: ShopContext, { orderIds }: { orderIds: readonly string[] }): Promise<void> {
  await ctx.tx(async (tx) => {
    await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtext('returns.keep'), app.shop_id())::text`);
    const parcels = await parcelsBack(tx, orderIds);
    for (const view of await returnViews(tx, { order_id: { in: [...orderIds] }, status: 'open' })) {
      const own = parcels.filter(({ id }) => view.deliveries.some((delivery) => delivery.id === id));
      const step = stepOf(view, furthestOf(view.deliveries, own));
      const arrived = receivedAt(view.deliveries, own, view.received.map(({ at }) => at));
      if (arrived?.getTime() !== view.receivedAt?.getTime()) await tx.returns.updateMany({ where: { id: view.id }, data: { received_at: arrived } });
      if (step !== view.next) await tx.returns.updateMany({ where: { id: view.id }, data: { next_step: step, waits_since: sinceOf(own) ?? ctx.clock.now() } });
      await append(tx, own.flatMap((parcel) => stepsOfParcel(view, parcel, ctx.shop.installedAt)));
      await announce(tx, 'orders', view.orderId);
    }
    for (const orderId of orderIds) await enqueue(tx, settleReturnsJob, { orderId }, { key: `${settleReturnsJob.name}:${orderId}` });
    await announce(tx, 'returns');
  });
}

/** When the last thing happened that a return may wait on. */
function sinceOf(parcels: readonly ParcelBack[]): Date | null {
  const moments = parcels.flatMap(({ firstScanAt, arrivedAt }) => arrivedAt ?? firstScanAt ?? []);
  return moments.sort((left, right) => right.getTime() - left.getTime())[0] ?? null;
}

function stepsOfParcel(view: ReturnView, parcel: ParcelBack, installedAt: Date): NewEntry[] {
  const line = (type: 'return.moved' | 'return.arrived', at: Date | null): NewEntry[] =>
    at === null
      ? []
      : [{
          type,
          orderId: view.orderId,
          happenedAt: at,
          source: 'app',
          dedupeKey: `return:${view.id}:${type}:${parcel.id}:${parcel.number}`,
          data: { imported: at < installedAt, returnId: view.id, name: view.name, deliveryId: parcel.id, number: parcel.number, carrier: parcel.carrier },
        }];
  return [...line('return.moved', parcel.firstScanAt), ...line('return.arrived', parcel.arrivedAt)];
}
