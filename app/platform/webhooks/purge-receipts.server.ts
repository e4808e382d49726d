import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

const keptFor = 14 * day;
const atOnce = 5_000;

/** Deletes what was settled more than 14 days ago: bodies hold people's names and addresses, and Shopify repeats itself for hours, not weeks. */
export async function purgeReceipts(ctx: ShopContext): Promise<number> {
  const before = after(ctx.clock.now(), -keptFor);
  for (let deleted = 0; ; ) {
    const now = await ctx.tx(
      (tx) => tx.$executeRaw`delete from webhook_receipts where id in
        (select id from webhook_receipts where state <> 'pending' and settled_at < ${before} order by id limit ${atOnce})`,
    );
    deleted += now;
    if (now < atOnce) return deleted;
  }
}
