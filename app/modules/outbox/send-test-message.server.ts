import { ExpectedError } from '#app/kernel/errors.ts';
import { after, minute } from '#app/kernel/time.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { queueMessage, type Queued } from './queue-message.server.ts';
import { renderSystemMail } from './system-mail.server.ts';
import { outboxWords } from './words.server.ts';

const kind = 'outbox.test';

/** Sends the merchant a mail down the same road as a customer's; one a minute per shop. */
export async function sendTestMessage(ctx: ShopContext, { to, locale }: { to: string; locale: string }): Promise<Queued> {
  const address = readEmailAddress(to);
  if (!address) throw new ExpectedError('invalid_address', 422, 'This is not an email address.', { field: 'to' });
  const { t, locale: spoken } = outboxWords(locale);
  const heading = t('test.heading');
  const { html, text } = renderSystemMail({
    locale: spoken,
    shopName: ctx.shop.name,
    heading,
    paragraphs: [t('test.arrived'), t('test.look')],
  });
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    await takeTurn(tx, kind);
    const latest = await tx.outbox.findFirst({ where: { kind, created_at: { gt: after(now, -minute) } }, orderBy: { id: 'desc' } });
    if (latest) {
      const retryAfter = Math.ceil((after(latest.created_at, minute).getTime() - now.getTime()) / 1_000);
      throw new ExpectedError('too_soon', 429, 'One test message a minute.', { retryAfter });
    }
    return queueMessage(tx, {
      channel: 'email',
      kind,
      reason: t('test.reason'),
      dedupeKey: `${kind}:${now.toISOString()}`,
      to: address,
      subject: t('test.subject', { shop: ctx.shop.name }),
      text,
      html,
      locale: spoken,
    });
  });
}
