import { isSame } from '#app/platform/crypto/signature.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** A test mail came back: mail to that mailbox's address reaches it. False where this shop did not send it there. */
export async function noteCheckCame(ctx: ShopContext, token: string, mailboxId: string | null): Promise<boolean> {
  if (mailboxId === null) return false;
  return ctx.tx(async (tx) => {
    const mailbox = await tx.mailboxes.findFirst({ where: { id: mailboxId }, select: { check_token: true, key: true } });
    if (!mailbox?.check_token || !isSame(mailbox.check_token, token)) return false;
    const [answer] = await tx.$queryRaw<{ free: boolean }[]>`select app.verify_mail_door(${mailbox.key}) as free`;
    const now = ctx.clock.now();
    const state = answer?.free ? { verified_at: now, last_mail_at: now, state: 'on', failure: null } : { state: 'failing', failure: 'taken' };
    await tx.mailboxes.updateMany({ where: { id: mailboxId }, data: { ...state, check_token: null } });
    await announce(tx, 'mailboxes');
    return true;
  });
}
