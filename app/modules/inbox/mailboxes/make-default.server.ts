import { notFound } from '#app/kernel/errors.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Answers that belong to no address of the shop leave from this one. */
export async function makeDefault(ctx: ShopContext, id: string): Promise<void> {
  await ctx.tx(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(app.shop_id(), hashtext('mailboxes'))::text`;
    const { count } = await tx.mailboxes.updateMany({ where: { id }, data: { is_default: true } });
    if (count === 0) throw notFound('mailbox');
    await tx.mailboxes.updateMany({ where: { id: { not: id }, is_default: true }, data: { is_default: false } });
    await announce(tx, 'mailboxes');
  });
}
