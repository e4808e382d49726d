import type { ShopContext } from '#app/platform/shops/shop-context.ts';

const mostTags = 200;

/** Tags of what was last talked about: all there ever were would be a scan of every ticket. */
export async function knownTags(ctx: ShopContext): Promise<string[]> {
  const rows = await ctx.tx((tx) => tx.$queryRaw<{ tag: string }[]>`
    select distinct tag from (select tags from tickets order by last_message_at desc, id desc limit 1000) recent, unnest(recent.tags) as tag order by tag limit ${mostTags}`);
  return rows.map(({ tag }) => tag);
}
