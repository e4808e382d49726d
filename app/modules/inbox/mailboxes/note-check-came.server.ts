import { isSame } from '#app/platform/crypto/signature.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** A test mail came back: mail to that mailbox's address reaches it; it is the one for answers where none that is proved was chosen. False where this shop did not send it there. */
export async function noteCheckCame(ctx: ShopContext, token: string, mailboxId: string | null): Promise<boolean> {
  if (mailboxId === null) return false;
  return ctx.tx(async (tx) => {
    await takeTurn(tx, 'mailboxes');
    const mailbox = await tx.mailboxes.findFirst({ where: { id: mailboxId }, select: { check_token: true, key: true } });
    if (!mailbox?.check_token || !isSame(mailbox.check_token, token)) return false;
    const [answer] = await tx.$queryRaw<{ free: boolean }[]>`select app.verify_mail_door(${mailbox.key}) as free`;
    const now = ctx.clock.now();
    const state = answer?.free ? { verified_at: now, last_mail_at: now, state: 'on', failure: null } : { state: 'failing', failure: 'taken' };
    await tx.mailboxes.updateMany({ where: { id: mailboxId }, data: { ...state, check_token: null } });
    if (answer?.free) await beForAnswers(tx, mailboxId);
    await announce(tx, 'mailboxes');
    return true;
  });
}

async function beForAnswers(tx: ShopTx, id: string): Promise<void> {
  if ((await tx.mailboxes.count({ where: { is_default: true, verified_at: { not: null } } })) > 0) return;
  await tx.mailboxes.updateMany({ where: { is_default: true }, data: { is_default: false } });
  await tx.mailboxes.updateMany({ where: { id }, data: { is_default: true } });
}
