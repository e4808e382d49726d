import { z } from 'zod';
import { minute } from '#app/kernel/time.ts';
import { callProvider, wordsIn, type ProviderAnswer } from './call-provider.server.ts';
import { nameAtSource } from './carrier-names.ts';
import { readAftership } from './read-aftership.ts';
import { isHmac } from '#app/platform/crypto/signature.ts';
import type { Source, SourceAccess } from './source.ts';
import { SourceFailure } from './source-failure.ts';

const base = 'https://api.aftership.com/tracking/2026-07';
const envelope = z.looseObject({ meta: z.looseObject({ code: z.number() }) });
const existing = z.looseObject({ data: z.looseObject({ id: z.string().optional(), tracking: z.looseObject({ id: z.string() }).optional() }) });

const alreadyExists = 4003;

/**
 * AfterShip Tracking, API 2026-07: ten calls a second, one tracking a registration. Its SDK is not used: it brings an HTTP client of its
 * own (axios) that does not go through the process's fetch.
 */
export const aftership: Source = {
  key: 'aftership',
  name: 'AfterShip',
  needs: { webhookSecret: true, address: false },
  limits: { registerAtOnce: 1, pollAtOnce: 50, pause: 120 },
  firstAnswerAfter: 10 * minute,

  async register(access, [parcel]) {
    if (!parcel) return [];
    const { number, carrier } = parcel;
    const slug = nameAtSource('aftership', carrier);
    const answer = await call(access, 'POST', '/trackings', slug === null ? { tracking_number: number } : { tracking_number: number, slug });
    const code = codeOf(answer);
    if (answer.status < 300) return [{ number, carrier, outcome: 'following', reference: referenceIn(answer.body), news: readAftership(answer.body)[0] ?? null }];
    if (code === alreadyExists) return [{ number, carrier, outcome: 'following', reference: referenceIn(answer.body), news: null }];
    return [{ number, carrier, outcome: 'refused', words: wordsIn(answer.body) ?? `AfterShip answered ${answer.status}.` }];
  },

  async poll(access, parcels) {
    const numbers = parcels.map(({ number }) => number).join(',');
    const { status, body } = await call(access, 'GET', `/trackings?limit=200&tracking_numbers=${encodeURIComponent(numbers)}`);
    if (status >= 300) throw new SourceFailure('down', wordsIn(body) ?? `AfterShip answered ${status}.`);
    return { news: readAftership(body), unknown: [] };
  },

  async test(access) {
    const { status, body } = await call(access, 'GET', '/trackings?limit=1');
    if (status >= 300) throw new SourceFailure('key', wordsIn(body) ?? `AfterShip answered ${status}.`);
  },

  verify: ({ webhookSecret }, body, headers) => webhookSecret !== null && isHmac(headers.get('aftership-hmac-sha256'), webhookSecret, body, 'base64'),
};

function call({ key }: SourceAccess, method: 'GET' | 'POST', path: string, body?: unknown): Promise<ProviderAnswer> {
  return callProvider({ method, url: base + path, headers: { 'as-api-key': key }, body });
}

function codeOf({ status, body }: ProviderAnswer): number {
  const read = envelope.safeParse(body);
  return read.success ? read.data.meta.code : status;
}

function referenceIn(body: unknown): string | null {
  const read = existing.safeParse(body);
  return read.success ? (read.data.data.id ?? read.data.data.tracking?.id ?? null) : null;
}
