import { day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isDrawnByLot } from './arm.ts';
import { oddsOfHarm } from './harm.ts';
import type { HoldOut } from './hold-out.ts';
import { differenceOf, shareOf, type Confidence } from '#app/kernel/interval.ts';
import { ordersNeeded } from './orders-needed.ts';
import { figuresOf, latestHoldOuts, type ArmFigures } from './store.server.ts';
import { fewestCounted, type ArmResult, type Effect, type EffectView } from './views.ts';

const mostShown = 6;

/** What telling of delays spares, by the hold-out that runs or ran last, and by the few before it. */
export function effectReport(ctx: ShopContext): Promise<EffectView> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const effects: Effect[] = [];
    for (const holdOut of await latestHoldOuts(tx, mostShown)) effects.push(await effectOf(tx, holdOut, now));
    const [latest = null, ...earlier] = effects;
    return { latest, earlier };
  });
}

/** What the hold-out that runs or ran last shows; null where none ever ran. */
export function latestEffect(ctx: ShopContext): Promise<Effect | null> {
  return ctx.tx(async (tx) => {
    const [latest] = await latestHoldOuts(tx, 1);
    return latest ? effectOf(tx, latest, ctx.clock.now()) : null;
  });
}

/**
 * What one hold-out shows. One that ended by itself did so at a moment when it looked worst, so that its interval is made wider: 98 %
 * at that moment hold the truth as often as 95 % at any other.
 */
async function effectOf(tx: ShopTx, holdOut: HoldOut, now: Date): Promise<Effect> {
  const { told, held_out: heldOut } = await figuresOf(tx, holdOut, now);
  const confidence: Confidence = holdOut.endedFor === 'harm' ? 0.98 : 0.95;
  const result = ({ enrolled, counted }: ArmFigures): ArmResult => ({ enrolled, counted, share: counted.of < fewestCounted ? null : shareOf(counted, confidence) });
  const enough = told.counted.of >= fewestCounted && heldOut.counted.of >= fewestCounted;
  const all = { of: told.counted.of + heldOut.counted.of, did: told.counted.did + heldOut.counted.did };
  const needed = ordersNeeded(all, holdOut.share);
  const pace = (told.enrolled + heldOut.enrolled) / Math.max(1, ((holdOut.endedAt ?? now).getTime() - holdOut.startedAt.getTime()) / day);
  return {
    holdOut,
    told: result(told),
    heldOut: result(heldOut),
    difference: enough ? differenceOf(heldOut.counted, told.counted, confidence) : null,
    confidence,
    sound: isDrawnByLot({ told: told.enrolled, heldOut: heldOut.enrolled }, holdOut.share),
    odds: oddsOfHarm({ heldOut: heldOut.wrote, told: told.wrote }, holdOut.share),
    needed,
    daysLeft: holdOut.endedAt === null && needed !== null && needed > all.of && pace > 0 ? Math.ceil((needed - all.of) / pace) : null,
  };
}
