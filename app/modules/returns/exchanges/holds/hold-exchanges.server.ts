import { after, hour, minute } from '#app/kernel/time.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ExchangeProblem } from '../choices/choice.ts';
import type { WantedUnits } from '../choices/exchanges-still-there.server.ts';
import { exchangeSetting } from '../exchange-setting.ts';
import { holdsWhere, meanHolds, nowIs, type Hold } from './hold-store.server.ts';
import { settleHoldsJob } from './jobs.ts';
import { mayHold } from './may-hold.ts';
import { setAside } from './move-stock.server.ts';
import { placeHolds } from './place-holds.ts';
import { letGo } from './release-holds.server.ts';
import { stockByPlace } from './stock-by-place.server.ts';

/** What is to be set aside, and for which wish. */
export interface WantedHold {
  /** Names the wish: asked for twice it is one hold. */
  wish: string;
  orderId: string;
  wanted: readonly WantedUnits[];
  /** A wish whose place this one takes: what was held for that is held for this. */
  inPlaceOf?: string | null;
}

/** What came of it. `off`: the shop does not want it, or there is no need. `unsure`: it is being tried, and the wish may go on. */
export type Holding = { is: 'off' } | { is: 'held' | 'unsure'; until: Date } | { is: 'gone'; problems: ExchangeProblem[] };

/** How often others may be quicker before it is left to be tried later. */
const mostRounds = 4;
/** What was asked is looked after so soon, should nobody hear the end of it. */
const lookAfter = 2 * minute;

/**
 * Sets aside all that a wish wants, or none of it and says what there is too little of: of two who want the last one, one gets it. What is meant is
 * written down before Shopify is asked, and is never lost nor set aside twice.
 */
export async function holdExchanges(ctx: ShopContext, asked: WantedHold): Promise<Holding> {
  const { value: setting } = await ctx.tx((tx) => readSetting(tx, exchangeSetting));
  if (setting.holdHours === null || !mayHold(ctx.shop) || asked.wanted.length === 0) return { is: 'off' };
  if (asked.inPlaceOf) await takeOver(ctx, asked, asked.inPlaceOf);
  for (let round = 0; round < mostRounds; round += 1) {
    const known = await ctx.tx((tx) => holdsWhere(tx, { wish: asked.wish, state: { in: ['asking', 'held'] } }));
    const missing = withoutHeld(asked.wanted, known);
    const { holds, problems } = placeHolds(missing, missing.length > 0 ? await stockByPlace(ctx.admin, missing.map(({ variantId }) => variantId)) : new Map());
    if (problems.length > 0) {
      await letGo(ctx, known);
      return { is: 'gone', problems };
    }
    if (holds.length === 0) return answerOf(known);
    const now = ctx.clock.now();
    const until = after(now, setting.holdHours * hour);
    const meant = await ctx.tx(async (tx) => {
      await enqueue(tx, settleHoldsJob, { orderId: asked.orderId }, { key: `holds:${asked.orderId}`, runAt: after(now, lookAfter) });
      await enqueue(tx, settleHoldsJob, { orderId: asked.orderId }, { key: `holds-until:${asked.wish}`, runAt: until });
      return meanHolds(tx, { ...asked, until, now }, holds);
    });
    const rest = await Promise.all(meant.map((hold) => tryHold(ctx, hold)));
    if (rest.includes('refused')) {
      await letGo(ctx, await ctx.tx((tx) => holdsWhere(tx, { wish: asked.wish, state: { in: ['asking', 'held'] } })));
      return { is: 'off' };
    }
  }
  return answerOf(await ctx.tx((tx) => holdsWhere(tx, { wish: asked.wish, state: { in: ['asking', 'held'] } })));
}

/** Asks for what was written down, and writes down what came of it. */
export async function tryHold(ctx: ShopContext, hold: Hold): Promise<Hold['state']> {
  const moved = await setAside(ctx, hold);
  if (moved === 'unknown') return 'asking';
  const state = moved === 'done' ? 'held' : 'refused';
  await ctx.tx((tx) => nowIs(tx, hold, state, ctx.clock.now()));
  // Others being quicker is no refusal: there may be more of it, and the next round looks.
  return moved === 'stale' ? 'asking' : state;
}

function withoutHeld(wanted: readonly WantedUnits[], known: readonly Hold[]): WantedUnits[] {
  return wanted.filter(({ variantId }) => !known.some((hold) => hold.variantId === variantId));
}

function answerOf(known: readonly Hold[]): Holding {
  const [first] = known;
  if (!first) return { is: 'off' };
  return { is: known.every(({ state }) => state === 'held') ? 'held' : 'unsure', until: new Date(Math.min(...known.map(({ until }) => until.getTime()))) };
}

async function takeOver(ctx: ShopContext, { wish, orderId, wanted }: WantedHold, from: string): Promise<void> {
  const held = await ctx.tx((tx) => holdsWhere(tx, { wish: from, order_id: orderId, state: 'held' }));
  const units = (id: string) => wanted.filter(({ variantId }) => variantId === id).reduce((sum, { quantity }) => sum + quantity, 0);
  const kept = held.filter(({ variantId, quantity }) => units(variantId) === quantity).map(({ id }) => id);
  await ctx.tx((tx) => tx.exchange_holds.updateMany({ where: { id: { in: kept }, wish: from, state: 'held' }, data: { wish, return_id: null } }));
}
