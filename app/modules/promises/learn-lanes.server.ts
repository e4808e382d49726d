import { after, day } from '#app/kernel/time.ts';
import { runInBulk, sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { backtest } from './backtest.ts';
import { destinationZone } from './destination-zone.ts';
import type { Learned } from './knowledge.ts';
import { rowsOfLearned } from './lane-row.ts';
import { workCalendar } from './learned-estimate.ts';
import { countWeekday, learn, learnedSoFar, startLearning, startWeeks, transitSoFar, weeksOf, type Reading } from './learning.ts';
import { promiseRulesSetting } from './rules.ts';
import { newestTransits, transitPages } from './transit-pages.server.ts';

/** Parcels older than this weigh nothing any more. */
const remembered = 540 * day;
/** The back-test holds its parcels in memory; the newest say how we do now. */
const tested = 20_000;
const kept = 90;

/** Learns the shop's lanes anew from its delivered parcels, tries itself on parcels held back, and keeps both. Memory does not grow with the parcels. */
export async function learnLanes(ctx: ShopContext): Promise<void> {
  const now = ctx.clock.now();
  const reading = await readingOf(ctx);
  const learned = await learnFromPages(ctx, reading, after(now, -remembered));
  const report = backtest(await ctx.tx((tx) => newestTransits(tx, tested)), reading);
  await ctx.tx(async (tx) => {
    await tx.$executeRaw(sql`delete from lanes`);
    await runInBulk(
      tx,
      `insert into lanes (measure, carrier, service, origin, destination, samples, weight, quantiles, learned_at)
       select lane.*, $2::timestamptz from jsonb_to_recordset($1::jsonb)
         as lane(measure text, carrier text, service text, origin text, destination text, samples int, weight float8, quantiles jsonb)`,
      [JSON.stringify(rowsOfLearned(learned)), now],
    );
    if (report.all.tested === 0) return;
    await tx.$executeRaw(sql`insert into backtests (ran_at, report) values (${now}, ${JSON.stringify(report)}::jsonb)`);
    await tx.$executeRaw(sql`delete from backtests where ran_at < ${after(now, -kept * day)}`);
  });
}

async function learnFromPages(ctx: ShopContext, reading: Reading, since: Date): Promise<Learned> {
  const weeks = startWeeks();
  for await (const page of transitPages(ctx, since)) for (const sample of page) countWeekday(weeks, sample, reading);
  const learning = startLearning(reading, weeksOf(weeks));
  let known: Learned['transit'] | null = null;
  for await (const page of transitPages(ctx, since)) {
    // A page is tried on what the pages before it taught; a small shop's only page in parts of itself.
    const part = Math.max(50, Math.ceil(page.length / 10));
    for (const [at, sample] of page.entries()) {
      if (at > 0 && at % part === 0) known = transitSoFar(learning);
      learn(learning, sample, known);
    }
  }
  return learnedSoFar(learning);
}

async function readingOf(ctx: ShopContext): Promise<Reading> {
  const { value: rules } = await ctx.tx((tx) => readSetting(tx, promiseRulesSetting));
  const zone = ctx.shop.ianaTimezone;
  return { zone, zoneOf: (destination, province) => destinationZone(destination, zone, province), work: workCalendar(rules, rules.origin) };
}
