import { randomBytes } from 'node:crypto';
import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { after, minute } from '#app/kernel/time.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { queueMessage, renderSystemMail } from '#app/modules/outbox/index.server.ts';
import { checkHeader } from './check-token.ts';
import { mailboxWords } from './words.server.ts';

/** Sends a mail to the address, as a customer would; that it comes back shows that customers' mail arrives. It leaves by our server, whatever the shop's own is. One a minute. */
export async function sendCheck(ctx: ShopContext, id: string, locale: string): Promise<void> {
  await ctx.tx(async (tx) => {
    await takeTurn(tx, 'mailboxes');
    const mailbox = await tx.mailboxes.findFirst({ where: { id }, select: { address: true, check_sent_at: true } });
    if (!mailbox) throw notFound('mailbox');
    const now = ctx.clock.now();
    const next = after(mailbox.check_sent_at ?? new Date(0), minute);
    if (next > now) throw new ExpectedError('too_soon', 429, 'One test mail a minute.', { retryAfter: Math.ceil((next.getTime() - now.getTime()) / 1_000) });
    const token = randomBytes(24).toString('base64url');
    const { t, locale: spoken } = mailboxWords(locale);
    const heading = t('check.heading');
    const { html, text } = renderSystemMail({ locale: spoken, shopName: ctx.shop.name, heading, paragraphs: [t('check.arrives', { address: mailbox.address }), t('check.nothing')] });
    await queueMessage(tx, {
      channel: 'email', kind: 'inbox.check', reason: t('check.reason'), dedupeKey: `inbox.check:${token}`, to: mailbox.address, subject: heading, text, html, locale: spoken, urgent: true,
      headers: { [checkHeader]: token },
    });
    await tx.mailboxes.updateMany({ where: { id }, data: { check_token: token, check_sent_at: now } });
    await announce(tx, 'mailboxes');
  });
}
