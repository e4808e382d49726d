import { after, day, dayIn, startOfDay } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** What became of the messages of the last days. */
export interface MessagesOverview {
  /** The first of the days, in the shop's zone. */
  since: string;
  queued: number;
  sent: number;
  failed: number;
  dropped: number;
  unknown: number;
  /** Of those that left: bounced, or called spam. */
  cameBack: number;
  /** Of those that left: all that may lead somewhere, which a one-time code does not. */
  followable: number;
  /** Of those that left: whose link was followed. */
  followed: number;
  /** Which rules hold or held back how many, the most first. */
  held: { by: string; queued: number; dropped: number }[];
  /** What providers answered to how many that failed, the most first. */
  failures: { answer: string | null; count: number }[];
}

type Count = Omit<MessagesOverview, 'since' | 'held' | 'failures'> & { by: string | null };

const period = 29 * day;
const answersShown = 5;
const nothing = { queued: 0, sent: 0, failed: 0, dropped: 0, unknown: 0, cameBack: 0, followable: 0, followed: 0 };

/** What left in the last 30 days, what waits, and why what did not leave did not. */
export async function messagesOverview(ctx: ShopContext): Promise<MessagesOverview> {
  const zone = ctx.shop.ianaTimezone;
  const since = dayIn(zone, after(ctx.clock.now(), -period));
  const from = startOfDay(zone, since);
  const { counts, failures } = await ctx.tx(async (tx) => ({ counts: await countsByRule(tx, from), failures: await answersToFailed(tx, from) }));
  const sum = counts.reduce((total, one) => ({
    queued: total.queued + one.queued, sent: total.sent + one.sent, failed: total.failed + one.failed, dropped: total.dropped + one.dropped,
    unknown: total.unknown + one.unknown, cameBack: total.cameBack + one.cameBack, followable: total.followable + one.followable, followed: total.followed + one.followed,
  }), nothing);
  const held = counts.flatMap(({ by, queued, dropped }) => (by !== null && queued + dropped > 0 ? [{ by, queued, dropped }] : []));
  return { since, ...sum, failures, held: held.toSorted((one, other) => other.queued + other.dropped - one.queued - one.dropped) };
}

function countsByRule(tx: ShopTx, from: Date): Promise<Count[]> {
  return tx.$queryRaw<Count[]>(sql`
    select held_by as by, (count(*) filter (where state in ('queued', 'sending')))::int as queued, (count(*) filter (where state = 'sent'))::int as sent,
           (count(*) filter (where state = 'failed'))::int as failed, (count(*) filter (where state = 'dropped'))::int as dropped,
           (count(*) filter (where state = 'unknown'))::int as unknown, count(coalesce(bounced_at, complained_at))::int as "cameBack",
           (count(*) filter (where state = 'sent' and not secret))::int as followable, count(opened_at)::int as followed
      from outbox where created_at >= ${from} group by held_by`);
}

function answersToFailed(tx: ShopTx, from: Date): Promise<MessagesOverview['failures']> {
  return tx.$queryRaw<MessagesOverview['failures']>(sql`
    select left(outcome, 160) as answer, count(*)::int as count from outbox where state = 'failed' and created_at >= ${from}
     group by 1 order by 2 desc, 1 limit ${answersShown}`);
}
