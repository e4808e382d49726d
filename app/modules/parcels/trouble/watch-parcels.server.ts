import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { markOrdersChanged } from '../../orders/index.server.ts';
import { loadKnowledge, type PromiseKnowledge } from '../../promises/index.server.ts';
import { readSetting } from '../../settings/index.server.ts';
import { nextCheckAt } from './find-troubles.ts';
import { recheckParcelsJob } from './jobs.ts';
import { judgeParcel } from './judgement.ts';
import { nextTurnAt } from './next-turn.ts';
import { dueParcels, openParcels, type PageOfParcels } from './parcels-to-check.server.ts';
import { settleTroubles } from './settle-troubles.server.ts';
import { watchOrders } from './watch-orders.server.ts';
import { troubleThresholdsSetting, type TroubleThresholds } from './thresholds.ts';

/** What troubles are judged by, read once for a round. */
export interface Measures {
  knowledge: PromiseKnowledge;
  thresholds: TroubleThresholds;
  now: Date;
}

/** Opens the troubles that time alone opens: of parcels that are due, and of orders that should have left. A page is one transaction; several workers share the work. */
export async function watchParcels(ctx: ShopContext): Promise<void> {
  const measures = await readMeasures(ctx);
  await throughPages(ctx, measures, (tx, after) => dueParcels(tx, measures.now, after));
  await watchOrders(ctx, measures);
}

/** Judges every open parcel and unsent order anew, whenever it would have been due. */
export async function recheckOpenParcels(ctx: ShopContext): Promise<void> {
  const measures = await readMeasures(ctx);
  await throughPages(ctx, measures, (tx, after) => openParcels(tx, after));
  await watchOrders(ctx, measures);
}

/** Has every open parcel judged anew soon; for those who change what troubles are judged by. */
export async function recheckParcels(tx: ShopTx): Promise<void> {
  await enqueue(tx, recheckParcelsJob, {}, { key: recheckParcelsJob.name });
}

function readMeasures(ctx: ShopContext): Promise<Measures> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => ({
    now,
    knowledge: await loadKnowledge(tx, now, ctx.shop.ianaTimezone),
    thresholds: (await readSetting(tx, troubleThresholdsSetting)).value,
  }));
}

async function throughPages(ctx: ShopContext, measures: Measures, read: (tx: ShopTx, after: string | null) => Promise<PageOfParcels>): Promise<void> {
  let after: string | null = null;
  do {
    const from = after;
    after = await ctx.tx(async (tx) => {
      const page = await read(tx, from);
      await checkPage(tx, ctx, measures, page);
      return page.next;
    });
  } while (after !== null);
}

async function checkPage(tx: ShopTx, { shop }: ShopContext, { knowledge, thresholds, now }: Measures, { parcels }: PageOfParcels): Promise<void> {
  if (parcels.length === 0) return;
  await settleTroubles(tx, shop, parcels.map((parcel) => judgeParcel(parcel, knowledge, thresholds, now)), now);
  await runInBulk(
    tx,
    `update parcels p set next_check_at = r.at from unnest($1::bigint[], $2::timestamptz[]) as r(id, at) where p.shipment_id = r.id and p.next_check_at is distinct from r.at`,
    [parcels.map(({ shipment_id }) => shipment_id), parcels.map((parcel) => nextCheckAt(parcel, knowledge, thresholds, now))],
    'parcels-next-check',
  );
  // A promised day that passed and a parcel nobody has heard of for weeks change the row itself, which is made by those who know its scans.
  const turned = parcels.filter((parcel) => parcel.next_check_at !== null && (nextTurnAt(parcel, knowledge, new Date(Date.parse(parcel.next_check_at) - 1)) ?? Infinity) <= now.getTime());
  await markOrdersChanged(tx, turned.map(({ order_id }) => order_id));
}
