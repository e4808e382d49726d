import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Answers that belong to no address of the shop are answered at this one, which has to be known to be the shop's: else what customers write back is lost, or somebody else's. */
export async function makeDefault(ctx: ShopContext, id: string): Promise<void> {
  await ctx.tx(async (tx) => {
    await takeTurn(tx, 'mailboxes');
    const mailbox = await tx.mailboxes.findFirst({ where: { id }, select: { verified_at: true } });
    if (!mailbox) throw notFound('mailbox');
    if (mailbox.verified_at === null) throw new ExpectedError('not_proved', 409, 'No mail to this address was seen to arrive.');
    await tx.mailboxes.updateMany({ where: { id }, data: { is_default: true } });
    await tx.mailboxes.updateMany({ where: { id: { not: id }, is_default: true }, data: { is_default: false } });
    await announce(tx, 'mailboxes');
  });
}
