import { callProvider, wordsIn, type ProviderAnswer } from './call-provider.server.ts';
import { nameAtSource } from './carrier-names.ts';
import { readEasypost } from './read-easypost.ts';
import { isHmac } from '#app/platform/crypto/signature.ts';
import { minute } from '#app/kernel/time.ts';
import type { Followed, Source, SourceAccess } from './source.ts';
import { SourceFailure } from './source-failure.ts';

const base = 'https://api.easypost.com/v2';

/**
 * EasyPost trackers: five calls a second, one tracker a call; a number that is already followed answers with its tracker and costs nothing.
 * The SDK is not used: it brings an HTTP client of its own (superagent) that does not go through the process's fetch.
 */
export const easypost: Source = {
  key: 'easypost',
  name: 'EasyPost',
  needs: { webhookSecret: true, address: false },
  limits: { registerAtOnce: 1, pollAtOnce: 1, pause: 220 },
  firstAnswerAfter: 30 * minute,

  async register(access, [parcel]) {
    if (!parcel) return [];
    const { number, carrier } = parcel;
    const { status, body } = await call(access, 'POST', '/trackers', trackerOf(parcel));
    const [news] = status < 300 ? readEasypost(body) : [];
    if (news) return [{ number, carrier, outcome: 'following', reference: news.reference, news }];
    return [{ number, carrier, outcome: 'refused', words: wordsIn(body) ?? `EasyPost answered ${status}.` }];
  },

  async poll(access, [parcel]) {
    if (!parcel) return { news: [], unknown: [] };
    const path = parcel.reference ? `/trackers/${encodeURIComponent(parcel.reference)}` : `/trackers?tracking_code=${encodeURIComponent(parcel.number)}`;
    const { status, body } = await call(access, 'GET', path);
    if (status >= 300 && status !== 404) throw new SourceFailure('down', wordsIn(body) ?? `EasyPost answered ${status}.`);
    return { news: status === 404 ? [] : readEasypost(body), unknown: [] };
  },

  async test(access) {
    const { status, body } = await call(access, 'GET', '/trackers?page_size=1');
    if (status >= 300) throw new SourceFailure('key', wordsIn(body) ?? `EasyPost answered ${status}.`);
  },

  verify: ({ webhookSecret }, body, headers) =>
    webhookSecret !== null && isHmac(headers.get('x-hmac-signature'), webhookSecret.normalize('NFKD'), body, 'hex', 'hmac-sha256-hex='),
};

function call({ key }: SourceAccess, method: 'GET' | 'POST', path: string, body?: unknown): Promise<ProviderAnswer> {
  return callProvider({ method, url: base + path, headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` }, body });
}

function trackerOf({ number, carrier }: Followed) {
  const name = nameAtSource('easypost', carrier);
  return { tracker: name === null ? { tracking_code: number } : { tracking_code: number, carrier: name } };
}
