import { notFound } from '#app/kernel/errors.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Takes no more mail by this address; what came stays. The oldest of the others becomes the one for answers, where this was it: one whose mail is known to arrive before one that was never tested. */
export async function removeMailbox(ctx: ShopContext, id: string): Promise<void> {
  await ctx.tx(async (tx) => {
    await takeTurn(tx, 'mailboxes');
    const mailbox = await tx.mailboxes.findFirst({ where: { id }, select: { key: true, is_default: true } });
    if (!mailbox) throw notFound('mailbox');
    await tx.$queryRaw`select app.close_mail_door(${mailbox.key})::text`;
    await tx.mailboxes.deleteMany({ where: { id } });
    const next = mailbox.is_default ? await tx.mailboxes.findFirst({ orderBy: [{ verified_at: { sort: 'asc', nulls: 'last' } }, { created_at: 'asc' }], select: { id: true } }) : null;
    if (next) await tx.mailboxes.updateMany({ where: { id: next.id }, data: { is_default: true } });
    await announce(tx, 'mailboxes');
  });
}
