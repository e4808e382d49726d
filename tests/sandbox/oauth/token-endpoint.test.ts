import express from 'express';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxClock, ShopEvent } from '#sandbox/contract.ts';
import { createOAuth, type OAuth } from '#sandbox/oauth/index.ts';
import { openWorlds, type Worlds } from '#sandbox/world/index.ts';
import { serveLocally, type LocalServer } from '../../harness/serve-locally.ts';
import { testApp } from './test-app.ts';

const SHOP = 'quill.myshopify.com';
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';
const DAY = 86_400_000;

const registered = () => testApp({ clientSecret: 'new-secret', scopes: ['read_orders', 'read_products'], optionalScopes: ['read_all_orders'] });

let now: number;
let oauth: OAuth;
let worlds: Worlds;
let server: LocalServer;
let base: string;
let events: ShopEvent[];
const clock: SandboxClock = { now: () => new Date(now), travelTo: (at) => void (now = at.getTime()), returnToPresent: () => void (now = Date.now()) };

beforeEach(async () => {
  now = Date.now();
  events = [];
  worlds = openWorlds({ dataDir: null, clock });
  worlds.createShop({ domain: SHOP, name: 'Quill', email: 'owner@quill.test', currency: 'EUR', ianaTimezone: 'Europe/Berlin', locales: ['en'], taxesIncluded: true });
  oauth = createOAuth({ app: registered(), clock, worlds, dataDir: null, emit: (_shop, event) => void events.push(event) });
  oauth.install(SHOP);
  server = await serveLocally(express().use(oauth.router));
  ({ base } = server);
});
afterEach(async () => {
  await server.close();
  oauth.close();
  worlds.close();
});

async function ask(fields: Record<string, string>, shop = SHOP) {
  const response = await fetch(`${base}/shop/${shop}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: 'client', client_secret: 'new-secret', ...fields }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}
const exchange = async (extra: Record<string, string> = { expiring: '1' }) =>
  ask({ grant_type: EXCHANGE, subject_token: await oauth.mintIdToken(SHOP), subject_token_type: ID_TOKEN, requested_token_type: OFFLINE, ...extra });
const refresh = (token: string | undefined) => ask({ grant_type: 'refresh_token', refresh_token: token ?? '' });
const find = (token: string | undefined) => oauth.findInstallationByToken(SHOP, token ?? '');

describe('token exchange', () => {
  test('gives an offline token of one hour with a refresh token of ninety days', async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({ scope: 'read_orders,read_products', expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect(find(body.access_token)).toMatchObject({ shopDomain: SHOP });
    expect(oauth.findInstallationByToken('other.myshopify.com', body.access_token ?? '')).toBeNull();
  });

  test('gives a token without end where expiring is not asked for', async () => {
    const { body } = await exchange({});
    expect(body).not.toHaveProperty('expires_in');
    now += 400 * DAY;
    expect(find(body.access_token)).toMatchObject({ shopDomain: SHOP });
  });

  test('gives an online token with its user', async () => {
    const { body } = await exchange({ requested_token_type: ONLINE });
    expect(body).toMatchObject({ expires_in: 86_399, associated_user: { account_owner: true } });
    expect(body).not.toHaveProperty('refresh_token');
  });

  test('a new expiring offline token ends the one before', async () => {
    const first = await exchange();
    const second = await exchange();
    expect(find(first.body.access_token)).toBeNull();
    expect((await refresh(first.body.refresh_token)).status).toBe(401);
    expect(find(second.body.access_token)).not.toBeNull();
  });

  const forged = (claims: { aud?: string; dest?: string; iss?: string; exp?: number; nbf?: number; secret?: string }) => {
    const seconds = Math.floor(Date.now() / 1000);
    const dest = claims.dest ?? `https://${SHOP}`;
    return new SignJWT({ dest, sid: 's', sub: '1', aud: claims.aud ?? 'client', iss: claims.iss ?? `https://${SHOP}/admin`, iat: seconds, exp: claims.exp ?? seconds + 60, nbf: claims.nbf ?? seconds })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(claims.secret ?? 'new-secret'));
  };
  const seconds = Math.floor(Date.now() / 1000);
  test.each([
    ['signed with another secret', { secret: 'wrong' }],
    ['for another app', { aud: 'someone-else' }],
    ['for another shop', { dest: 'https://other.myshopify.com' }],
    ['from another issuer', { iss: 'https://other.myshopify.com/admin' }],
    ['past its end', { exp: seconds - 30 }],
    ['not yet valid', { nbf: seconds + 300, exp: seconds + 400 }],
  ])('refuses a subject token %s with invalid_subject_token', async (_what, claims) => {
    const answer = await exchange({ expiring: '1', subject_token: await forged(claims) });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_subject_token' } });
  });

  test('accepts the same token when nothing in it is wrong', async () => {
    expect((await exchange({ subject_token: await forged({}) })).status).toBe(200);
  });

  test('refuses wrong credentials, unknown grants and shops without the app', async () => {
    expect(await exchange({ client_secret: 'wrong' })).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect(await exchange({ client_id: 'wrong' })).toMatchObject({ status: 400, body: { error: 'application_cannot_be_found' } });
    expect(await ask({ grant_type: 'password' })).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
    expect(await ask({ grant_type: EXCHANGE }, 'other.myshopify.com')).toMatchObject({ status: 400, body: { error: 'app_not_installed' } });
  });

  test('cycles a token without end into an expiring one and ends it', async () => {
    const lasting = (await exchange({})).body.access_token ?? '';
    const cycled = await ask({ grant_type: EXCHANGE, subject_token: lasting, subject_token_type: OFFLINE, requested_token_type: OFFLINE, expiring: '1' });
    expect(cycled.body).toMatchObject({ expires_in: 3600 });
    expect(find(lasting)).toBeNull();
  });
});

describe('refresh', () => {
  test('gives a new pair and ends the old access token', async () => {
    const first = (await exchange()).body;
    const second = (await refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(find(first.access_token)).toBeNull();
    expect(find(second.access_token)).toMatchObject({ shopDomain: SHOP });
  });

  test('an expired access token reads expired and can be refreshed', async () => {
    const first = (await exchange()).body;
    now += 3_600_000;
    expect(find(first.access_token)).toBe('expired');
    expect((await refresh(first.refresh_token)).status).toBe(200);
  });

  test('the old refresh token may be retried, with the same answer, until the new one is used', async () => {
    const first = (await exchange()).body;
    const second = (await refresh(first.refresh_token)).body;
    const again = await refresh(first.refresh_token);
    expect(again.body).toMatchObject({ access_token: second.access_token, refresh_token: second.refresh_token });
    expect((await refresh(second.refresh_token)).status).toBe(200);
    expect(await refresh(first.refresh_token)).toMatchObject({
      status: 401,
      body: { error: 'invalid_request', error_description: 'This request requires an active refresh_token' },
    });
  });

  test('the retry ends after thirty days', async () => {
    const first = (await exchange()).body;
    await refresh(first.refresh_token);
    now += 31 * DAY;
    expect((await refresh(first.refresh_token)).status).toBe(401);
  });

  test('a refresh token dies after ninety days', async () => {
    const first = (await exchange()).body;
    now += 90 * DAY;
    expect((await refresh(first.refresh_token)).status).toBe(401);
  });
});

describe('installations', () => {
  test('uninstalling ends every token, tells the app, and reinstalling starts anew', async () => {
    const { body } = await exchange();
    oauth.uninstall(SHOP);
    expect(find(body.access_token)).toBeNull();
    expect(events.map((event) => event.topic)).toEqual(['app/uninstalled']);
    expect((await exchange()).body.error).toBe('app_not_installed');
    oauth.install(SHOP);
    expect(find(body.access_token)).toBeNull();
    expect((await exchange()).status).toBe(200);
  });

  test('optional scopes can be granted and revoked, and the app is told what changed', () => {
    expect(oauth.grantScopes(SHOP, ['read_all_orders']).granted).toContain('read_all_orders');
    expect(oauth.revokeScopes(SHOP, ['read_all_orders']).granted).not.toContain('read_all_orders');
    expect(events[0]).toMatchObject({
      topic: 'app/scopes_update',
      body: { previous: ['read_orders', 'read_products'], current: ['read_orders', 'read_products', 'read_all_orders'] },
    });
    expect(events).toHaveLength(2);
  });

  test('undeclared scopes cannot be granted and required ones cannot be revoked', () => {
    expect(() => oauth.grantScopes(SHOP, ['write_themes'])).toThrow('not declared');
    expect(() => oauth.revokeScopes(SHOP, ['read_orders'])).toThrow('required');
  });

  test('a renamed shop keeps its tokens under the new name only', async () => {
    const token = (await exchange()).body.access_token ?? '';
    oauth.renameShop(SHOP, 'plume.myshopify.com');
    expect(oauth.findInstallationByToken('plume.myshopify.com', token)).toMatchObject({ shopDomain: 'plume.myshopify.com' });
    expect(find(token)).toBeNull();
    expect(worlds.find('plume.myshopify.com')?.shop.domain).toBe('plume.myshopify.com');
  });

  test('after a rotation the new secret signs and both open the token endpoint', async () => {
    oauth.rotateClientSecret('rotated');
    expect((await exchange({ client_secret: 'new-secret' })).status).toBe(200);
    expect((await exchange({ client_secret: 'rotated' })).status).toBe(200);
    const [, payload] = (await oauth.mintIdToken(SHOP)).split('.');
    expect(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())).toMatchObject({ aud: 'client', dest: `https://${SHOP}` });
  });

  test('the control door does the same over HTTP and answers refusals with 409', async () => {
    const control = async (path: string, body: object = {}) => {
      const response = await fetch(`${base}/control/oauth/${SHOP}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return response.status;
    };
    const token = (await exchange()).body.access_token;
    expect(await control('expire-tokens')).toBe(200);
    expect(find(token)).toBe('expired');
    expect(await control('scopes', { grant: ['write_themes'] })).toBe(409);
    expect(await control('protected-data', { email: 'no' })).toBe(400);
    expect(await control('protected-data', { email: false })).toBe(200);
    expect(oauth.installation(SHOP)?.protectedData).toMatchObject({ email: false, name: true });
    expect(await control('uninstall')).toBe(200);
    expect(await control('uninstall')).toBe(409);
  });
});
