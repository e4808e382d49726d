import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { attentionReasons, isShown, isWatched } from './attention.server.ts';
import { isOpen } from './list-orders.server.ts';
import { customerName, isAttentionReason } from './row-reading.ts';
import type { AttentionRow, OrdersOverview } from './views.ts';

/** The shop's orders counted. */
export async function ordersOverview(ctx: ShopContext): Promise<OrdersOverview> {
  const now = ctx.clock.now();
  const [counted] = await ctx.tx((tx) =>
    tx.$queryRaw<Record<keyof OrdersOverview, bigint>[]>(sql`
      select count(*) as total,
             count(*) filter (where ${isOpen}) as open,
             count(*) filter (where o.cancelled_at is null and exists (
               select from fulfillments f where f.order_id = o.id and f.status = 'success' and f.in_transit_at is not null and f.delivered_at is null)) as "inTransit",
             count(*) filter (where ${isWatched(now)} and exists (${attentionReasons(now)})) as attention
        from orders o where ${isShown}`),
  );
  return { total: Number(counted?.total ?? 0), open: Number(counted?.open ?? 0), inTransit: Number(counted?.inTransit ?? 0), attention: Number(counted?.attention ?? 0) };
}

/** The orders that wait for a person, those that wait longest first. */
export async function ordersNeedingAttention(ctx: ShopContext, limit: number): Promise<AttentionRow[]> {
  const now = ctx.clock.now();
  const rows = await ctx.tx((tx) =>
    tx.$queryRaw<{ id: string; name: string; processed_at: Date; first_name: string | null; last_name: string | null; ship_to: string | null; reasons: string[]; since: Date }[]>(sql`
      select o.id, o.name, o.processed_at, c.first_name, c.last_name, o.shipping_address ->> 'name' as ship_to, a.reasons, a.since
        from orders o
        left join customers c on c.id = o.customer_id
        cross join lateral (select array_agg(distinct r.reason) as reasons, min(r.since) as since from (${attentionReasons(now)}) r) a
       where ${isWatched(now)} and a.since is not null
       order by a.since, o.id limit ${limit}`),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    processedAt: row.processed_at,
    customerName: customerName(row),
    reasons: row.reasons.filter(isAttentionReason),
    since: row.since,
  }));
}
