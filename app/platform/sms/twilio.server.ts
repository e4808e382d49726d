import { z } from 'zod';
import { callProvider, refusedBy } from '#app/platform/mail/call-provider.server.ts';
import { phoneNumber } from './phone-number.ts';
import type { SmsSender } from './sms-sender.server.ts';

export interface TwilioAccess {
  accountSid: string;
  authToken: string;
  /** Which sender a number sees. */
  senderFor(to: string): string;
  /** Where Twilio tells what became of a message. */
  newsAddress: string;
}

const accepted = z.object({ sid: z.string() });
const refused = z.object({ code: z.number() });
// The account, its sender or the countries it may write to are not set up: the message is fine.
const setUp = new Set([20003, 20429, 21212, 21408, 21603, 21606, 21659, 21660, 30002, 63007]);

/** Twilio's Messages. It knows no idempotency key. */
export function createTwilioSender({ accountSid, authToken, senderFor, newsAddress }: TwilioAccess): SmsSender {
  return {
    async send({ to, text }) {
      const answer = await callProvider({
        provider: 'Twilio',
        url: `https://api.twilio.com/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
        headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
        body: new URLSearchParams({ To: phoneNumber(to), From: senderFor(to), Body: text, StatusCallback: newsAddress }),
      });
      const { sid } = accepted.safeParse(answer.body).data ?? {};
      if (answer.status === 201 && sid !== undefined) return { provider: 'twilio', providerId: sid };
      const { code = 0 } = refused.safeParse(answer.body).data ?? {};
      throw refusedBy('Twilio', answer, answer.status === 201 ? 'unknown' : setUp.has(code) ? 'temporary' : undefined);
    },
  };
}
