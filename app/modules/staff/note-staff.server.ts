import { after, day, hour } from '#app/kernel/time.ts';
import { sql } from '#app/platform/db/database.server.ts';
import type { StaffIdentity } from '#app/platform/shopify/staff-identity.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

const seenEvery = hour;
const askedEvery = 30 * day;

/** Notes that a person of the shop opened the app, and from time to time asks Shopify who they are. Nothing that goes wrong here keeps anybody out. */
export async function noteStaff(ctx: ShopContext, staffId: string, whoIsAsking: () => Promise<StaffIdentity | null>): Promise<void> {
  try {
    await note(ctx, staffId, whoIsAsking);
  } catch (error) {
    ctx.log.warn({ error, staffId }, 'a person of the shop could not be noted');
  }
}

async function note(ctx: ShopContext, staffId: string, whoIsAsking: () => Promise<StaffIdentity | null>): Promise<void> {
  const now = ctx.clock.now();
  const known = await ctx.tx((tx) => tx.staff_members.findFirst({ where: { id: staffId }, select: { last_seen_at: true, told_at: true } }));
  if (known && known.last_seen_at > after(now, -seenEvery)) return;
  const isFresh = known?.told_at && known.told_at > after(now, -askedEvery);
  const told = isFresh ? null : await whoIsAsking();
  const about = told?.id === staffId ? told : null;
  await ctx.tx((tx) =>
    tx.$executeRaw(sql`
      insert into staff_members as known (id, name, account_owner, told_at, first_seen_at, last_seen_at)
      values (${staffId}, ${about?.name ?? null}, ${about?.accountOwner ?? false}, ${about ? now : null}, ${now}, ${now})
      on conflict (shop_id, id) do update set
        last_seen_at = ${now},
        name = case when ${about !== null} then excluded.name else known.name end,
        account_owner = case when ${about !== null} then excluded.account_owner else known.account_owner end,
        told_at = coalesce(excluded.told_at, known.told_at)`),
  );
}
