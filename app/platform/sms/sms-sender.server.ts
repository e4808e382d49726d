import { z } from 'zod';
import { callProvider, refusedBy } from '#app/platform/mail/call-provider.server.ts';
import { phoneNumber } from './phone-number.ts';

export interface SmsMessage {
  /** Ours, and the same for every attempt at one message, so that the provider can recognise a repeat. */
  id: string;
  /** E.164 */
  to: string;
  text: string;
}

/** Hands an SMS to a provider; one adapter per provider. */
export interface SmsSender {
  /** Resolves once the provider took it, with its name and what it calls the message; otherwise throws a DeliveryFailure. */
  send(message: SmsMessage): Promise<{ provider?: string; providerId: string }>;
}

interface Options {
  url: string;
  token: string | null;
  from: string;
  timeoutMs?: number;
}

const accepted = z.object({ id: z.union([z.string(), z.number()]).transform(String) });

/** The plain adapter: `POST { to, from, text, id }` as JSON with a bearer token; any 2xx takes it, `id` in the answer names it. */
export function createJsonSmsSender(options: Options): SmsSender {
  return {
    async send({ id, to, text }) {
      const answer = await callProvider({
        provider: 'The SMS provider',
        url: options.url,
        headers: { 'content-type': 'application/json', 'idempotency-key': id, ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }) },
        body: JSON.stringify({ to: phoneNumber(to), from: options.from, text, id }),
        timeoutMs: options.timeoutMs ?? 15_000,
      });
      if (answer.status < 200 || answer.status > 299) throw refusedBy('The SMS provider', answer);
      const read = accepted.safeParse(answer.body);
      return { providerId: read.success ? read.data.id : id };
    },
  };
}
