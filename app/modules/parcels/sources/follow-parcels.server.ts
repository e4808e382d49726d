import { setTimeout as sleep } from 'node:timers/promises';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { adoptOpenParcels } from './adopt-open-parcels.server.ts';
import { nextDue, notePolls, noteRegistrations, putOff, takeDue, takeWanted, wantUnknown } from './followings.server.ts';
import { followParcelsJob } from './jobs.ts';
import type { Followed, Source, SourceAccess, SourceKey } from './source.ts';
import { SourceFailure } from './source-failure.ts';
import { accessOf, sourcesSetting, type Connection } from './source-setting.ts';
import { noteAnswer, noteFailure, readSourceStates, type SourceState } from './source-states.server.ts';
import { sources } from './sources.server.ts';
import { storeNews } from './store-news.server.ts';

/** After so many calls other work on the shop's line gets its turn. */
const callsInOneGo = 60;

/**
 * Asks every connected source that may be asked: registers what is wanted, polls what is due, within the source's limits. What a source refuses as a
 * whole pauses it for all processes; its parcels go on with Shopify's own news. Nothing outside is called with a transaction open.
 */
export async function followParcels(ctx: ShopContext, sealer: Sealer): Promise<void> {
  const { connections, states } = await ctx.tx(async (tx) => ({ ...(await readSetting(tx, sourcesSetting)).value, states: await readSourceStates(tx) }));
  const times: Date[] = [];
  for (const connection of connections) {
    if (!states.has(connection.source)) await adoptOpenParcels(ctx, connection.source);
    const next = await askSource(ctx, connection, sealer, states.get(connection.source));
    if (next) times.push(next);
  }
  const [soonest] = times.sort((left, right) => left.getTime() - right.getTime());
  if (soonest) await ctx.tx((tx) => enqueue(tx, followParcelsJob, {}, { key: followParcelsJob.name, keyMode: 'preserve_run_at', runAt: soonest }));
}

/** Answers when there is something to ask again. A used-up account takes no new parcels, but is asked about those it follows. */
async function askSource(ctx: ShopContext, connection: Connection, sealer: Sealer, state: SourceState | undefined): Promise<Date | null> {
  const source = sources[connection.source];
  const pausedUntil = state?.pausedUntil && state.pausedUntil > ctx.clock.now() ? state.pausedUntil : null;
  if (pausedUntil && state?.state !== 'quota') return pausedUntil;
  const parcels: Followed[] = [];
  try {
    const access = open(connection, sealer);
    for (let calls = 0; calls < callsInOneGo; calls += 1) {
      const registered = pausedUntil === null && (await registerSome(ctx, source, access, parcels));
      if (!registered && !(await pollSome(ctx, source, access, parcels))) break;
      await sleep(source.limits.pause);
    }
    return await ctx.tx((tx) => nextTime(tx, source.key, pausedUntil, ctx.clock.now()));
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    ctx.log.warn({ source: source.key, kind: error.kind, words: error.message }, 'a source of tracking news refused a call');
    const now = ctx.clock.now();
    return ctx.tx(async (tx) => {
      const until = await noteFailure(tx, source.key, error, now);
      if (error.kind === 'down') await putOff(tx, source.key, parcels, now);
      return error.kind === 'quota' ? nextTime(tx, source.key, until, now) : until;
    });
  }
}

async function nextTime(tx: ShopTx, source: SourceKey, usedUpUntil: Date | null, now: Date): Promise<Date | null> {
  const due = await nextDue(tx, source, usedUpUntil ? ['following'] : ['wanted', 'following'], now);
  if (!usedUpUntil || !due) return usedUpUntil ?? due;
  return due < usedUpUntil ? due : usedUpUntil;
}

/** One call for parcels the source does not know; false where there are none. `underway` names them while the call is made. */
async function registerSome(ctx: ShopContext, source: Source, access: SourceAccess, underway: Followed[]): Promise<boolean> {
  if (!(await take(ctx, underway, (tx) => takeWanted(tx, source.key, source.limits.registerAtOnce, ctx.clock.now())))) return false;
  const registrations = await source.register(access, underway);
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await noteAnswer(tx, source.key, now);
    await noteRegistrations(tx, source.key, registrations, source.firstAnswerAfter, now);
    const news = registrations.flatMap((one) => (one.outcome === 'following' && one.news ? [one.news] : []));
    await storeNews(tx, ctx.shop, source.key, news, { pushed: false, now });
  });
  const used = registrations.find((one) => one.outcome === 'quota');
  if (used) throw new SourceFailure('quota', used.words);
  return true;
}

/** One call for parcels that have been silent; false where there are none. */
async function pollSome(ctx: ShopContext, source: Source, access: SourceAccess, underway: Followed[]): Promise<boolean> {
  if (!(await take(ctx, underway, (tx) => takeDue(tx, source.key, source.limits.pollAtOnce, ctx.clock.now())))) return false;
  const { news, unknown } = await source.poll(access, underway);
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await noteAnswer(tx, source.key, now);
    await storeNews(tx, ctx.shop, source.key, news, { pushed: false, now });
    await notePolls(tx, source.key, underway, now);
    await wantUnknown(tx, source.key, unknown, now);
  });
  return true;
}

async function take(ctx: ShopContext, underway: Followed[], from: (tx: ShopTx) => Promise<Followed[]>): Promise<boolean> {
  underway.splice(0, underway.length, ...(await ctx.tx(from)));
  return underway.length > 0;
}

function open(connection: Connection, sealer: Sealer): SourceAccess {
  try {
    return accessOf(connection, sealer);
  } catch {
    throw new SourceFailure('key', 'The key can no longer be read here; please enter it again.');
  }
}
