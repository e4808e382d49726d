import { after, day } from '#app/kernel/time.ts';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Condition } from './condition.ts';
import { buyersOf, holds } from './audience-sql.server.ts';

/** How many of a shop's latest orders an audience takes in. */
export interface AudienceCount {
  matched: number;
  /** The orders of the last 30 days, or as many of the newest as are looked at. */
  of: number;
  capped: boolean;
}

/** More would take longer to count than somebody waits for a page. */
const most = 20_000;

/** Counts the orders of the last 30 days that meet all conditions. */
export async function countAudience(tx: ShopTx, audience: readonly Condition[], now: Date): Promise<AudienceCount> {
  const [row] = await tx.$queryRaw<{ matched: number; of: number }[]>(sql`
    with latest as materialized (
      select id, customer_id, shipping_address, tags, total from orders
       where processed_at > ${after(now, -30 * day)} and not test and cancelled_at is null and deleted_at is null and fingerprint <> ''
       order by processed_at desc limit ${most})
    select count(*)::int as "of", (count(*) filter (where ${audience.length > 0 ? join(audience.map((condition) => holds(condition, null)), ' and ') : sql`true`}))::int as matched
      from latest o left join ${buyersOf(sql`latest`, audience)} c on c.id = o.customer_id`);
  const { matched = 0, of = 0 } = row ?? {};
  return { matched, of, capped: of === most };
}
