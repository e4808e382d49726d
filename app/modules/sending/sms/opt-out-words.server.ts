import type { ShopTx } from '#app/platform/db/database.server.ts';
import { preferencesPlaceholder } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { smsOptOut } from '../words.server.ts';
import { senderFor } from './sender-for.ts';
import { smsAccountSetting } from './sms-account.ts';

/**
 * How to hear no more, in the first text message that a number gets about anything it did not ask for; null once it got one. A sender that
 * is a number is answered; one that is a name cannot be, so the page of preferences stands there.
 */
export async function optOutWords(tx: ShopTx, to: string, locale: string): Promise<string | null> {
  const before = await tx.outbox.findFirst({ where: { channel: 'sms', recipient: to, topic: { not: null }, state: { notIn: ['dropped', 'failed'] } }, select: { id: true } });
  if (before) return null;
  const { account } = (await readSetting(tx, smsAccountSetting)).value;
  const canAnswer = account !== null && /^\+?\d+$/.test(senderFor(to, account));
  return smsOptOut(locale, canAnswer ? null : preferencesPlaceholder);
}
