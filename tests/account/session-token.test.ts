import { describe, expect, it } from 'vitest';
import { readSessionToken, shopOf } from '#app/platform/shopify/session-token.ts';
import { customerClaims, signToken } from './customer-token.ts';

const claims = customerClaims('shop.myshopify.com', '77');
const [current, old, foreign] = ['shpss_current', 'shpss_old', 'shpss_foreign'];
const now = new Date(claims.iat * 1_000);
const read = (token: string, at = now) => readSessionToken(token, { clientId: claims.aud, secrets: [current, old], now: at });
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe('a session token', () => {
  it('is read where Shopify signed it, with the secret of now or the one before', () => {
    expect(read(signToken(claims, current))).toMatchObject({ sub: 'gid://shopify/Customer/77' });
    expect(read(signToken(claims, old))).not.toBeNull();
  });

  it.each([
    ['signed by somebody else', signToken(claims, foreign)],
    ['for another app', signToken({ ...claims, aud: 'another-app' }, current)],
    ['without an audience', signToken({ ...claims, aud: undefined }, current)],
    ['for several audiences', signToken({ ...claims, aud: [claims.aud, 'another-app'] }, current)],
    ['without an end', signToken({ ...claims, exp: undefined }, current)],
    ['that needs no signature', signToken(claims, current, { alg: 'none' })],
    ['that claims another algorithm', signToken(claims, current, { alg: 'RS256' })],
    ['without its signature', signToken(claims, current).replace(/\.[^.]*$/, '.')],
    ['with more parts than three', `${signToken(claims, current)}.x`],
    ['that is nothing', ''],
    ['that is no JSON', 'a.b.c'],
  ])('%s is none', (_, token) => {
    expect(read(token)).toBeNull();
  });

  it('whose claims were changed after signing is none', () => {
    const [head, , signature] = signToken(claims, current).split('.');
    const other = Buffer.from(JSON.stringify({ ...claims, sub: 'gid://shopify/Customer/78' })).toString('base64url');
    expect(read(`${head}.${other}.${signature}`)).toBeNull();
  });

  it('counts from its beginning to its end, give or take ten seconds', () => {
    const token = signToken(claims, current);
    expect([later(-11), later(-9), later(309), later(311)].map((at) => read(token, at) !== null)).toEqual([false, true, true, false]);
  });

  it.each(['shop.myshopify.com', 'https://shop.myshopify.com', 'https://shop.myshopify.com/', 'https://Shop.myshopify.com/admin'])('names its shop as %s', (dest) => {
    expect(shopOf({ ...claims, dest })).toBe('shop.myshopify.com');
  });
});
