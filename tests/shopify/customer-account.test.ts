import { createHash } from 'node:crypto';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '#app/platform/log/log.server.ts';
import { whoQuery } from '#app/platform/shopify/customer-account/ask-who.server.ts';
import { createDiscovery } from '#app/platform/shopify/customer-account/discovery.server.ts';
import { challengeOf, signInSecrets } from '#app/platform/shopify/customer-account/pkce.ts';
import { askForTokens } from '#app/platform/shopify/customer-account/token-requests.server.ts';

const hour = 3_600_000;
const at = 'https://shopify.com/authentication/1';
const documents: Record<string, unknown> = {
  'openid-configuration': { issuer: at, authorization_endpoint: `${at}/oauth/authorize`, token_endpoint: `${at}/oauth/token`, end_session_endpoint: `${at}/logout`, jwks_uri: `${at}/jwks.json` },
  'customer-account-api': { graphql_api: 'https://quill.myshopify.com/customer/api/2026-10/graphql' },
};
type Answer = (url: string, init?: RequestInit) => Response | Promise<Response>;

const before = globalThis.fetch;
let asked: string[] = [];
function answerWith(answer: Answer): void {
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    asked.push(url);
    const response = await answer(url, init);
    return Object.defineProperty(response, 'url', { value: url });
  };
}
const asShopify: Answer = (url) => Response.json(documents[url.split('/').at(-1) ?? '']);

beforeEach(() => {
  asked = [];
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  globalThis.fetch = before;
  vi.useRealTimers();
});

const discover = createDiscovery(createLog('silent', 'test'));
let count = 0;
/** A shop that nobody asked for yet. */
const newShop = () => `quill-${(count += 1)}.myshopify.com`;

describe('where a shop’s customers sign in', () => {
  it('is asked of the shop’s own domain, once an hour however many ask at once', async () => {
    answerWith(asShopify);
    const shop = newShop();
    const found = await Promise.all([discover(shop), discover(shop), discover(shop)]);
    expect(found[0]).toEqual({ issuer: at, authorizationEndpoint: `${at}/oauth/authorize`, tokenEndpoint: `${at}/oauth/token`, endSessionEndpoint: `${at}/logout`, jwksUri: `${at}/jwks.json`, graphqlApi: 'https://quill.myshopify.com/customer/api/2026-10/graphql' });
    expect(asked.sort()).toEqual([`https://${shop}/.well-known/customer-account-api`, `https://${shop}/.well-known/openid-configuration`]);
    vi.advanceTimersByTime(hour - 1_000);
    await discover(shop);
    expect(asked).toHaveLength(2);
    vi.advanceTimersByTime(2_000);
    await discover(shop);
    expect(asked).toHaveLength(4);
  });

  it('stays what it was while the shop’s domain is not to be reached, and is asked for again soon', async () => {
    const shop = newShop();
    answerWith(asShopify);
    const found = await discover(shop);
    vi.advanceTimersByTime(2 * hour);
    answerWith(() => Promise.reject(new TypeError('fetch failed')));
    expect(await discover(shop)).toEqual(found);
    vi.advanceTimersByTime(31_000);
    answerWith(asShopify);
    await discover(shop);
    expect(asked).toHaveLength(6);
  });

  it('is nowhere for a shop without the documents, even one that had them', async () => {
    const shop = newShop();
    answerWith(asShopify);
    await discover(shop);
    vi.advanceTimersByTime(2 * hour);
    answerWith(() => new Response('Not Found', { status: 404 }));
    expect(await discover(shop)).toBeNull();
  });

  it.each<[string, Answer]>([
    ['names an address without TLS', (url) => Response.json(url.includes('openid') ? { ...Object(documents['openid-configuration']), token_endpoint: 'http://shopify.com/token' } : documents['customer-account-api'])],
    ['lacks an address', () => Response.json({ issuer: at })],
    ['is no JSON', () => new Response('<html>')],
    ['is too long', () => Response.json({ ...Object(documents['openid-configuration']), filler: 'x'.repeat(70_000) })],
    ['is a failure', () => new Response('', { status: 503 })],
  ])('is not believed where the document %s', async (_, answer) => {
    answerWith(answer);
    expect(await discover(newShop())).toBeNull();
  });

  it('is waited for only so long', async () => {
    answerWith((_, init) => new Promise((_done, fail) => init?.signal?.addEventListener('abort', () => fail(init.signal?.reason))));
    const begun = Date.now();
    expect(await discover(newShop())).toBeNull();
    expect(Date.now() - begun).toBeLessThan(4_500);
  });
});

describe('the token endpoint', () => {
  const ask = () => askForTokens(`${at}/oauth/token`, 'https://app.example', { grant_type: 'authorization_code' });

  it.each<[string, Answer, string]>([
    ['a refusal in OAuth’s words', () => Response.json({ error: 'invalid_grant' }, { status: 400 }), 'refused'],
    ['a refusal in none', () => new Response('no', { status: 401 }), 'refused'],
    ['too many requests', () => new Response('', { status: 429 }), 'unavailable'],
    ['a failure', () => new Response('', { status: 502 }), 'unavailable'],
    ['success without a token', () => Response.json({ expires_in: 7_200 }), 'unavailable'],
    ['a page', () => new Response('<html>'), 'unavailable'],
    ['tokens without one to refresh them', () => Response.json({ access_token: 'a', id_token: 'i', expires_in: 7_200 }), 'granted'],
  ])('answering %s is understood', async (_, answer, is) => {
    answerWith(answer);
    expect((await ask()).is).toBe(is);
  });

  it('is told the origin of the app, which a public client shows instead of a secret', async () => {
    let sent: Headers | undefined;
    answerWith((_, init) => {
      sent = new Headers(init?.headers);
      return Response.json({ access_token: 'a', expires_in: 1 });
    });
    await ask();
    expect(sent?.get('origin')).toBe('https://app.example');
    expect(sent?.has('authorization')).toBe(false);
  });
});

it('secrets of a sign-in are fresh, and its challenge is the SHA-256 of its verifier', () => {
  const [one, two] = [signInSecrets(), signInSecrets()];
  expect(new Set([...Object.values(one), ...Object.values(two)]).size).toBe(6);
  expect(challengeOf(one.verifier)).toBe(createHash('sha256').update(one.verifier).digest('base64url'));
  // RFC 7636, appendix B.
  expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

it('the question who signed in is one that Shopify’s schema knows', () => {
  const schema = buildSchema(readFileSync(new URL('../../sandbox/customer-accounts/schema/customer.graphql', import.meta.url), 'utf8'));
  expect(validate(schema, parse(whoQuery))).toEqual([]);
});
