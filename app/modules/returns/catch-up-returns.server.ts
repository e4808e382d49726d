import { importProgress, isUnderway } from '#app/modules/orders/index.server.ts';
import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayReadReturns } from './may-read-returns.ts';
import { goOnReading } from './want-returns.server.ts';

/**
 * Asks for the returns that no webhook brought: of orders that say they have some and were never looked at (the history that was imported,
 * what a shop had before it let us see returns), and of orders that moved on since theirs were read. It stands aside while orders are imported.
 */
export async function catchUpReturns(ctx: ShopContext): Promise<void> {
  if (!mayReadReturns(ctx.shop)) return;
  const orders = await importProgress(ctx);
  if (orders && isUnderway(orders)) return;
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    // History waits behind what just happened: it is wanted since the order was placed.
    await tx.$executeRaw(sql`
      insert into return_readings (order_id, wanted_at)
      select o.id, o.processed_at from orders o
       where o.return_status <> 'no_return' and o.deleted_at is null and o.fingerprint <> ''
         and not exists (select from return_readings r where r.order_id = o.id)`);
    await tx.$executeRaw(sql`
      update return_readings r set wanted_at = ${now} from orders o
       where o.id = r.order_id and o.updated_at > r.order_updated_at and r.wanted_at is null and o.deleted_at is null
         and exists (select from returns b where b.order_id = o.id)`);
    if ((await tx.return_readings.count({ where: { wanted_at: { not: null } } })) > 0) await goOnReading(tx, now);
  });
}
