import { z } from 'zod';
import { callProvider, refusedBy } from '#app/platform/mail/call-provider.server.ts';
import { DeliveryFailure, type Fate } from '#app/platform/mail/delivery-failure.ts';
import { phoneNumber } from './phone-number.ts';
import type { SmsSender } from './sms-sender.server.ts';

export interface VonageAccess {
  apiKey: string;
  apiSecret: string;
  /** Which sender a number sees. */
  senderFor(to: string): string;
  /** Where Vonage tells what became of a message. */
  newsAddress: string;
}

const answered = z.object({ messages: z.array(z.object({ status: z.string(), 'message-id': z.string().optional(), 'error-text': z.string().optional() })).min(1) });
// Throttled, not let in, barred, used up, or a sender that is not allowed: the message is fine. An error of their own may have let it through.
const fates: Readonly<Record<string, Fate>> = { 1: 'temporary', 4: 'temporary', 5: 'unknown', 8: 'temporary', 9: 'temporary', 10: 'temporary', 14: 'temporary', 15: 'temporary', 29: 'temporary' };
const plain = /^[\n\r\x20-\x7e£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€]*$/;

/** Vonage's SMS API. It knows no idempotency key; our id goes along as the client's reference. */
export function createVonageSender({ apiKey, apiSecret, senderFor, newsAddress }: VonageAccess): SmsSender {
  return {
    async send({ id, to, text }) {
      const answer = await callProvider({
        provider: 'Vonage',
        url: 'https://rest.nexmo.com/sms/json',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ api_key: apiKey, api_secret: apiSecret, to: phoneNumber(to).slice(1), from: senderFor(to).replace(/^\+/, ''), text, type: plain.test(text) ? 'text' : 'unicode', 'client-ref': id, callback: newsAddress }),
      });
      if (answer.status !== 200) throw refusedBy('Vonage', answer);
      const read = answered.safeParse(answer.body);
      const parts = read.data?.messages ?? [];
      // A long text is several messages, named by the first; one said in part is neither sent nor unsent.
      const bad = parts.find(({ status }) => status !== '0');
      const fate = parts.length === 0 || parts.some(({ status }) => status === '0') ? 'unknown' : (fates[bad?.status ?? ''] ?? 'permanent');
      if (bad || parts.length === 0) throw new DeliveryFailure(fate, `Vonage refused it (${bad?.status ?? 'no answer'}): ${bad?.['error-text'] ?? 'no reason given'}`);
      return { provider: 'vonage', providerId: parts[0]?.['message-id'] ?? id };
    },
  };
}
