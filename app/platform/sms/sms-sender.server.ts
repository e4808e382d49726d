import { z } from 'zod';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { DeliveryFailure, type Fate } from '#app/platform/mail/delivery-failure.ts';

export interface SmsMessage {
  /** Ours, and the same for every attempt at one message, so that the provider can recognise a repeat. */
  id: string;
  /** E.164 */
  to: string;
  text: string;
}

/** Hands an SMS to a provider; one adapter per provider. */
export interface SmsSender {
  /** Resolves once the provider took it; otherwise throws a DeliveryFailure. */
  send(message: SmsMessage): Promise<{ providerId: string }>;
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
      refuseInsideTransaction('The SMS provider');
      if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new DeliveryFailure('permanent', 'The recipient is not a phone number.');
      const answer = await post(options, { to, from: options.from, text, id });
      if (!answer.ok) throw new DeliveryFailure(fateOf(answer.status), `The SMS provider answered ${answer.status}.`);
      const read = accepted.safeParse(await answer.json().catch(() => null));
      return { providerId: read.success ? read.data.id : id };
    },
  };
}

async function post(options: Options, body: Record<string, string>): Promise<Response> {
  try {
    return await fetch(options.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': body.id ?? '',
        ...(options.token === null ? {} : { authorization: `Bearer ${options.token}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
    });
  } catch (error) {
    const fate = neverConnected(error) ? 'temporary' : 'unknown';
    throw new DeliveryFailure(fate, `The SMS provider did not answer: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** "Not now" and a refused token leave the message unsent; other 5xx come from somewhere behind the door. */
function fateOf(status: number): Fate {
  if (status === 401 || status === 403 || status === 408 || status === 429 || status === 503) return 'temporary';
  return status >= 500 ? 'unknown' : 'permanent';
}

function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}
