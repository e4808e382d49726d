import { minute } from '#app/kernel/time.ts';
import { callProvider, wordsIn, type ProviderAnswer } from './call-provider.server.ts';
import { nameAtSource } from './carrier-names.ts';
import { readKarrio } from './read-karrio.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Source, SourceAccess } from './source.ts';
import { SourceFailure } from './source-failure.ts';

/** Where Karrio's own service answers; most run it themselves and give their address. */
export const karrioCloud = 'https://api.karrio.io';

/** Karrio: one tracker a call; it cannot follow a number whose carrier it is not told. */
export const karrio: Source = {
  key: 'karrio',
  name: 'Karrio',
  needs: { webhookSecret: true, address: true },
  limits: { registerAtOnce: 1, pollAtOnce: 1, pause: 220 },
  firstAnswerAfter: 10 * minute,

  async register(access, [parcel]) {
    if (!parcel) return [];
    const { number, carrier } = parcel;
    const name = nameAtSource('karrio', carrier);
    if (name === null) return [{ number, carrier, outcome: 'refused', words: 'Karrio cannot follow this carrier.' }];
    const { status, body } = await call(access, 'POST', '/v1/trackers', { tracking_number: number, carrier_name: name });
    const [news] = status < 300 ? readKarrio(body) : [];
    if (news) return [{ number, carrier, outcome: 'following', reference: news.reference, news }];
    return [{ number, carrier, outcome: 'refused', words: wordsIn(body) ?? `Karrio answered ${status}.` }];
  },

  async poll(access, [parcel]) {
    if (!parcel) return { news: [], unknown: [] };
    const { status, body } = await call(access, 'GET', `/v1/trackers/${encodeURIComponent(parcel.reference ?? parcel.number)}`);
    if (status >= 300 && status !== 404) throw new SourceFailure('down', wordsIn(body) ?? `Karrio answered ${status}.`);
    return { news: status === 404 ? [] : readKarrio(body), unknown: [] };
  },

  async test(access) {
    const { status, body } = await call(access, 'GET', '/v1/trackers?limit=1');
    if (status >= 300) throw new SourceFailure('key', wordsIn(body) ?? `Karrio answered ${status}.`);
  },

  // Karrio signs nothing: it shows the webhook's secret in this header.
  verify: ({ webhookSecret }, _body, headers) => webhookSecret !== null && isSame(headers.get('x-event-id'), webhookSecret),
};

function call({ key, address }: SourceAccess, method: 'GET' | 'POST', path: string, body?: unknown): Promise<ProviderAnswer> {
  return callProvider({ method, url: (address ?? karrioCloud) + path, headers: { authorization: `Token ${key}` }, body });
}
