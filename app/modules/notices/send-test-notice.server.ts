import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { ExpectedError } from '#app/kernel/errors.ts';
import { after, minute } from '#app/kernel/time.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { queueMessage, type OutgoingMessage } from '#app/modules/outbox/index.server.ts';
import type { WordChannel } from '#app/modules/own-words/index.pure.ts';
import type { NoticePreview } from './views.ts';

const kind = 'test.notice';
/** So many tests a shop may send within ten minutes: enough to look at every language, too few to bother anybody. */
const most = 10;

type OfEach<Message> = Message extends unknown ? Omit<Message, 'kind' | 'reason' | 'dedupeKey' | 'topic'> : never;

/** A message as far as what is tried decides it. */
type TestMessage = OfEach<OutgoingMessage>;

/** Sends a preview to an address or a number the merchant names, down the road of their customers' messages. */
export async function sendTestNotice(ctx: ShopContext, notice: NoticePreview, { way, to }: { way: WordChannel; to: string }): Promise<{ queuedTo: string }> {
  const { locale } = notice;
  return queueTest(ctx, way === 'sms' && notice.sms !== null ? { channel: way, to: numberOf(to), locale, text: notice.sms } : { channel: 'email', to: addressOf(to), locale, subject: notice.subject, html: notice.html, text: notice.text });
}

/** Sends what a merchant tries, as long as they do not try too often. */
export async function queueTest(ctx: ShopContext, written: TestMessage): Promise<{ queuedTo: string }> {
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await takeTurn(tx, kind);
    const lately = await tx.outbox.count({ where: { kind, created_at: { gt: after(now, -10 * minute) } } });
    if (lately >= most) throw new ExpectedError('too_soon', 429, 'Ten test notices in ten minutes.');
    await queueMessage(tx, { kind, reason: 'A test from the notices page.', dedupeKey: `${kind}:${now.toISOString()}:${lately}`, ...written });
  });
  return { queuedTo: written.to };
}

function addressOf(to: string): string {
  const address = readEmailAddress(to);
  if (!address) throw new ExpectedError('invalid_address', 422, 'This is not an email address.', { field: 'to' });
  return address;
}

/** A number as the world writes it; what is none is refused. */
export function numberOf(to: string): string {
  const number = parsePhoneNumberFromString(to);
  if (!number?.isValid()) throw new ExpectedError('invalid_number', 422, 'This is not a phone number with its country code.', { field: 'to' });
  return number.number;
}
