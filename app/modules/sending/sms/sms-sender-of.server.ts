import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { SmsSender } from '#app/platform/sms/sms-sender.server.ts';
import { createTwilioSender } from '#app/platform/sms/twilio.server.ts';
import { createVonageSender } from '#app/platform/sms/vonage.server.ts';
import { pushAddress } from '#app/platform/webhooks/push-token.ts';
import { senderFor } from './sender-for.ts';
import type { SmsAccount } from './sms-account.ts';

/** The way out of a merchant's own SMS account. */
export function smsSenderOf(account: SmsAccount, sealer: Sealer, appUrl: string): SmsSender {
  const key = sealer.open(account.sealedKey);
  const about = { senderFor: (to: string) => senderFor(to, account), newsAddress: pushAddress(appUrl, `sms/${account.provider}`, account.token) };
  if (account.provider === 'twilio') return createTwilioSender({ ...about, accountSid: account.account, authToken: key });
  return createVonageSender({ ...about, apiKey: account.account, apiSecret: key });
}
