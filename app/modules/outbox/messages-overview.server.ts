import { after, day, dayIn, startOfDay } from '#app/kernel/time.ts';
import { sql } from '#app/platform/db/database.server.ts';
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
  /** Of those that left: whose link was followed. */
  followed: number;
  /** Which rules hold or held back how many, the most first. */
  held: { by: string; queued: number; dropped: number }[];
}

type Count = Omit<MessagesOverview, 'since' | 'held'> & { by: string | null };

const period = 29 * day;
const nothing = { queued: 0, sent: 0, failed: 0, dropped: 0, unknown: 0, cameBack: 0, followed: 0 };

/** What left in the last 30 days, what waits, and why what did not leave did not. */
export async function messagesOverview(ctx: ShopContext): Promise<MessagesOverview> {
  const zone = ctx.shop.ianaTimezone;
  const since = dayIn(zone, after(ctx.clock.now(), -period));
  const counts = await ctx.tx((tx) => tx.$queryRaw<Count[]>(sql`
    select held_by as by, (count(*) filter (where state in ('queued', 'sending')))::int as queued, (count(*) filter (where state = 'sent'))::int as sent,
           (count(*) filter (where state = 'failed'))::int as failed, (count(*) filter (where state = 'dropped'))::int as dropped,
           (count(*) filter (where state = 'unknown'))::int as unknown, count(coalesce(bounced_at, complained_at))::int as "cameBack", count(opened_at)::int as followed
      from outbox where created_at >= ${startOfDay(zone, since)} group by held_by`));
  const sum = counts.reduce((total, one) => ({
    queued: total.queued + one.queued, sent: total.sent + one.sent, failed: total.failed + one.failed, dropped: total.dropped + one.dropped,
    unknown: total.unknown + one.unknown, cameBack: total.cameBack + one.cameBack, followed: total.followed + one.followed,
  }), nothing);
  const held = counts.flatMap(({ by, queued, dropped }) => (by !== null && queued + dropped > 0 ? [{ by, queued, dropped }] : []));
  return { since, ...sum, held: held.toSorted((one, other) => other.queued + other.dropped - one.queued - one.dropped) };
}
