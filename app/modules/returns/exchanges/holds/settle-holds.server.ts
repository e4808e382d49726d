import { after, hour, minute } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { bindHolds, standingWishes } from './bind-holds.server.ts';
import { tryHold } from './hold-exchanges.server.ts';
import { holdsWhere, type Hold } from './hold-store.server.ts';
import { letGo } from './release-holds.server.ts';

/** What was set aside that long ago for a wish that nobody kept was given up. */
const becomesAReturn = hour;
/** What was asked that recently is still being answered. */
const stillAnswered = minute;

/**
 * Looks after what is set aside, of one order or all: asks again what nobody heard the end of, and lets go where the time is over, the goods went
 * out, or the return will not be.
 */
export async function settleHolds(ctx: ShopContext, { orderId }: { orderId?: string | undefined }): Promise<void> {
  const now = ctx.clock.now();
  const [open, over, standing] = await ctx.tx(async (tx) => {
    await bindHolds(tx);
    const holds = await holdsWhere(tx, { state: { in: ['asking', 'held', 'releasing'] }, ...(orderId ? { order_id: orderId } : {}) });
    return [holds, await overReturns(tx, holds), await standingWishes(tx, holds.map(({ wish }) => wish))];
  });
  const becomesNothing = ({ wish, askedAt }: Hold) => !standing.has(wish) && askedAt <= after(now, -becomesAReturn);
  const isOver = (hold: Hold) => hold.state === 'releasing' || hold.until <= now || (hold.returnId === null ? becomesNothing(hold) : over.has(hold.returnId));
  await letGo(ctx, open.filter((hold) => isOver(hold) && isQuiet(hold, now)));
  for (const hold of open) if (hold.state === 'asking' && !isOver(hold) && isQuiet(hold, now)) await tryHold(ctx, hold);
}

function isQuiet({ state, askedAt }: Hold, now: Date): boolean {
  return state === 'held' || askedAt <= after(now, -stillAnswered);
}

/** Returns for which nothing needs to be held any more: they were called off, or all that goes out for them went. Not while another is being made in the place of one. */
async function overReturns(tx: ShopTx, holds: readonly Hold[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(holds.flatMap(({ returnId }) => returnId ?? []))];
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    select r.id from returns r
     where r.id = any(${ids}::text[])
       and not exists (select from chains c where c.subject = r.id and c.state = 'running')
       and (r.status not in ('requested', 'open')
            or (exists (select from return_exchange_lines l where l.return_id = r.id) and not exists (select from return_exchange_lines l where l.return_id = r.id and l.processed < l.quantity)))`);
  return new Set(rows.map(({ id }) => id));
}
