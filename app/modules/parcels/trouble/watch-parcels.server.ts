import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { markOrdersChanged } from '#app/modules/orders/index.server.ts';
import type { PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import { writeNextChecks } from '../store.server.ts';
import { nextOf } from './find-troubles.ts';
import { holdings } from './holdings.ts';
import { recheckParcelsJob } from './jobs.ts';
import { judgeHoldings } from './judgement.ts';
import { readMeasures, type Measures } from './measures.server.ts';
import { nextTurnAt } from './next-turn.ts';
import { dueParcels, openParcels, type CheckedParcel, type PageOfParcels } from './parcels-to-check.server.ts';
import { settleTroubles } from './settle-troubles.server.ts';
import { surroundingsOf } from './surroundings-of.ts';
import { watchOrders } from './watch-orders.server.ts';

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

/** While one lane waits for the database another judges. What one holds the others skip. */
const lanes = 3;

async function throughPages(ctx: ShopContext, measures: Measures, read: (tx: ShopTx, after: string) => Promise<PageOfParcels>): Promise<void> {
  const lane = async () => {
    let after: string | null = '0';
    while (after !== null) {
      const from: string = after;
      after = await ctx.tx(async (tx) => {
        const page = await read(tx, from);
        await checkPage(tx, ctx, measures, page);
        return page.next;
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function checkPage(tx: ShopTx, { shop }: ShopContext, { knowledge, thresholds, now }: Measures, { parcels }: PageOfParcels): Promise<void> {
  if (parcels.length === 0) return;
  const checked = parcels.map((parcel) => {
    const held = holdings(parcel, surroundingsOf(knowledge), thresholds, now);
    return { parcel, judgement: judgeHoldings(parcel, held, now), next: nextOf(held, nextTurnAt(parcel, knowledge, now), now) };
  });
  await settleTroubles(tx, shop, checked.map(({ judgement }) => judgement), now);
  await writeNextChecks(tx, checked.map(({ parcel, next }) => ({ shipment_id: parcel.shipment_id, next_check_at: next })));
  // A promised day that passed and a parcel nobody has heard of for weeks change the row itself, which is made by those who know its scans.
  const turned = parcels.filter((parcel) => hasTurned(parcel, knowledge, now));
  await markOrdersChanged(tx, turned.map(({ order_id }) => order_id));
}

/** Whether time changed the parcel's row since it was to be looked at. */
function hasTurned(parcel: CheckedParcel, knowledge: PromiseKnowledge, now: Date): boolean {
  if (parcel.next_check_at === null) return false;
  const turn = nextTurnAt(parcel, knowledge, new Date(Date.parse(parcel.next_check_at) - 1));
  return turn !== null && turn <= now.getTime();
}
