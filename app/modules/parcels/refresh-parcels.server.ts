import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import { readJourneys, takeChangedOrders, type OrderJourney } from '#app/modules/orders/index.server.ts';
import { deniedShipments } from '#app/modules/problems/index.server.ts';
import { destinationZone, loadKnowledge, passedPromise, promiseFor, recordTransits } from '#app/modules/promises/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { carrierOf } from './carrier-of.ts';
import { carrierOverridesSetting } from './carrier-overrides.ts';
import { computeParcel, type Computed } from './compute-parcel.ts';
import { promiseLines } from './promise-lines.ts';
import { readCarrierScans, scansOf } from './read-scans.server.ts';
import { endFollowings } from './sources/end-followings.server.ts';
import { wantFollowings } from './sources/want-followings.server.ts';
import type { ParcelRecord } from './records.ts';
import { loadParcels, writeNextChecks, writeParcels } from './store.server.ts';
import { nextCheckAt } from './trouble/find-troubles.ts';
import { promisedUnsent, shownOfUnsent } from './shown-unsent.server.ts';
import { judgeDenial, judgeParcel } from './trouble/judgement.ts';
import { settleOrders } from './trouble/watch-orders.server.ts';
import { settleTroubles } from './trouble/settle-troubles.server.ts';
import { tellNews } from './trouble/tell-news.server.ts';
import { troubleThresholdsSetting } from './trouble/thresholds.ts';
import { transitOf } from './transit-of.ts';

type Fulfillment = OrderJourney['fulfillments'][number];

/** Orders looked at in one transaction: enough to work in sets, few enough to be over quickly. */
const atOnce = 300;

/** Is told which orders were looked at, in the transaction of the look. */
type Follower = (tx: ShopTx, shop: Shop, orderIds: readonly string[], now: Date) => Promise<void>;

/** Looks at every order that changed since the last time; each batch is taken and looked at in one transaction, so that none is lost. */
export async function refreshChangedParcels(ctx: ShopContext, follower?: Follower): Promise<void> {
  for (;;) {
    const taken = await ctx.tx(async (tx) => {
      const orderIds = await takeChangedOrders(tx, atOnce);
      await refreshParcels(tx, ctx.shop, orderIds, ctx.clock.now());
      await follower?.(tx, ctx.shop, orderIds, ctx.clock.now());
      return orderIds.length;
    });
    if (taken < atOnce) return;
  }
}

/**
 * Makes the parcels of these orders anew from what is known: where they are, when they come, what is wrong. Writes what changed into the
 * journal, once; doing it again changes nothing.
 */
export async function refreshParcels(tx: ShopTx, shop: Pick<Shop, 'installedAt' | 'ianaTimezone'>, orderIds: readonly string[], now: Date): Promise<void> {
  if (orderIds.length === 0) return;
  const journeys = await readJourneys(tx, orderIds);
  const before = new Map((await loadParcels(tx, orderIds)).map((row) => [row.shipment_id, row]));
  const told = await readCarrierScans(tx, orderIds);
  const knowledge = await loadKnowledge(tx, now, shop.ianaTimezone);
  const { value: thresholds } = await readSetting(tx, troubleThresholdsSetting);
  const { value: overrides } = await readSetting(tx, carrierOverridesSetting);
  // Before the app was there nobody was shown anything.
  const isNew = ({ created_at: sentAt, shipments }: Fulfillment) => Date.parse(sentAt) >= shop.installedAt.getTime() && shipments.some(({ id }) => !before.has(id));
  const shown = await shownOfUnsent(tx, journeys.flatMap(({ id, fulfillments }) => (fulfillments.some(isNew) ? [id] : [])));

  const computed = journeys.flatMap((order) => {
    const zone = destinationZone(order.country, shop.ianaTimezone, order.province);
    return order.fulfillments.flatMap((fulfillment) => {
      return fulfillment.shipments.map((shipment) => {
        const facts = {
          order, fulfillment, shipment, zone,
          ...carrierOf(shipment, { destination: order.country, overrides }),
          scans: scansOf(fulfillment, shipment, told.get(shipment.id) ?? []),
          before: before.get(shipment.id) ?? null,
          promisedBefore: replacedBy(fulfillment, shipment, before) ?? promisedUnsent(shown.get(order.id) ?? [], zone),
        };
        return { ...computeParcel(facts, (journey) => ({ next: promiseFor(journey, knowledge, now), passed: passedPromise(journey, knowledge, now) }), now), facts };
      });
    });
  });
  const parcels = computed.map(({ parcel }) => parcel);
  await writeParcels(tx, parcels);
  await writeNextChecks(tx, parcels.map((parcel) => ({ shipment_id: parcel.shipment_id, next_check_at: nextCheckAt(parcel, knowledge, thresholds, now) })));
  await append(tx, computed.flatMap((one): NewEntry[] => promiseLines(one, now)));

  const denied = await deniedShipments(tx, parcels.map(({ shipment_id }) => shipment_id));
  await settleTroubles(tx, shop, [
    ...parcels.map((parcel) => judgeParcel(parcel, knowledge, thresholds, now)),
    ...parcels.map((parcel) => judgeDenial(parcel, denied.get(parcel.shipment_id)?.toISOString() ?? null, thresholds)),
  ], now);

  await settleOrders(tx, shop, orderIds, { knowledge, thresholds, now });

  const arrived = computed.filter(({ parcel }) => parcel.delivered_at !== null && before.get(parcel.shipment_id)?.delivered_at !== parcel.delivered_at);
  await recordTransits(tx, arrived.flatMap(transitOf));
  // Another telling of the same delivery may move it by moments: that is no news.
  await tellNews(tx, arrived.filter(({ parcel }) => before.get(parcel.shipment_id)?.delivered_at == null).flatMap((one) => newsOfArrival(one, shop)));
  await wantFollowings(tx, parcels.filter(({ settled_at, number }) => settled_at === null && number !== ''));
  await endFollowings(tx, parcels.filter(({ settled_at, number }) => settled_at !== null && number !== '').map(({ number }) => number));
  await announce(tx, 'parcels');
}

/** The row of the number in whose place this one came: what it promised was promised of the same goods. */
function replacedBy({ shipments }: Fulfillment, { added_at: addedAt }: Fulfillment['shipments'][number], rows: ReadonlyMap<string, ParcelRecord>): ParcelRecord | null {
  const replaced = shipments.findLast(({ removed_at }) => addedAt !== null && removed_at !== null && Date.parse(removed_at) === Date.parse(addedAt));
  return (replaced && rows.get(replaced.id)) ?? null;
}

/** A delivery is news where the app was there to see it. */
function newsOfArrival({ parcel, standing }: Computed, shop: Pick<Shop, 'installedAt'>) {
  if (standing.deliveredAt === null || standing.deliveredAt < shop.installedAt) return [];
  return [{ kind: 'delivered' as const, orderId: parcel.order_id, shipmentId: parcel.shipment_id, troubleId: null, happenedAt: standing.deliveredAt.toISOString(), cause: null }];
}
