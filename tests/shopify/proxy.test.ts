import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientSecret, configFor, domain, startProcess, type Process } from './stage.ts';
import { MovableClock } from '../harness/movable-clock.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { signProxyQuery } from '#sandbox/storefront/proxy-signature.ts';

let app: Process;

beforeAll(async () => {
  const url = await freshDatabase();
  app = startProcess(configFor(url, { SHOPIFY_API_SECRET_OLD: 'shpss_before', TRUST_PROXY: 'true' }), new MovableClock());
  await app.registry.opened({ domain, scopes: [] });
  const gone = await app.registry.opened({ domain: 'gone.myshopify.com', scopes: [] });
  await app.registry.uninstalled(gone, new Date(Date.now() + 1_000));
});
afterAll(() => app.close());

interface Sent {
  secret?: string;
  shop?: string;
  ageSeconds?: number;
  visitor?: string;
  extra?: string;
  customer?: string;
  prefix?: string;
  headers?: Record<string, string>;
}

const request = ({ secret = clientSecret, shop = domain, ageSeconds = 0, visitor = 'order=%231001', extra = '', customer = '', prefix = '', headers = {} }: Sent = {}) => {
  const timestamp = String(Math.floor(Date.now() / 1_000) - ageSeconds);
  const query = signProxyQuery(new URLSearchParams(visitor), { shop, path_prefix: `${prefix}/apps/aftercare`, timestamp, logged_in_customer_id: customer }, secret);
  return new Request(`https://aftercare.test/proxy/track?${query}${extra}`, { headers });
};
const statusOf = (sent: Request) =>
  app.shopify.authenticateProxy(sent).then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
  );

describe('a storefront request', () => {
  it('is believed with the present secret and with the one before', async () => {
    expect(await statusOf(request())).toBe(200);
    expect(await statusOf(request({ secret: 'shpss_before' }))).toBe(200);
  });

  it('is refused when it is forged, unsigned, changed on the way or signed for something else', async () => {
    expect(await statusOf(request({ secret: 'guess' }))).toBe(401);
    expect(await statusOf(new Request(`https://aftercare.test/proxy/track?shop=${domain}`))).toBe(401);
    expect(await statusOf(request({ extra: '&order=%231002' }))).toBe(401);
    const { search } = new URL(request().url);
    expect(await statusOf(new Request(`https://aftercare.test/proxy/track${search.replace(domain, 'other.myshopify.com')}`))).toBe(401);
  });

  it('is refused when it is older than its way through the network', async () => {
    expect(await statusOf(request({ ageSeconds: 80 }))).toBe(200);
    expect(await statusOf(request({ ageSeconds: 100 }))).toBe(401);
    expect(await statusOf(request({ ageSeconds: -100 }))).toBe(401);
  });

  it("is refused when one of Shopify's own parameters is there twice, even where the signature covers both", async () => {
    const doubled = new URLSearchParams(new URL(request().url).search);
    doubled.delete('signature');
    doubled.append('logged_in_customer_id', '77');
    const keys = [...new Set(doubled.keys())].sort();
    doubled.append('signature', createHmac('sha256', clientSecret).update(keys.map((key) => `${key}=${doubled.getAll(key).join(',')}`).join('')).digest('hex'));
    expect(await statusOf(new Request(`https://aftercare.test/proxy/track?${doubled}`))).toBe(401);
  });

  it('of a shop that never opened or has left the app finds nothing', async () => {
    expect(await statusOf(request({ shop: 'stranger.myshopify.com' }))).toBe(404);
    expect(await statusOf(request({ shop: 'gone.myshopify.com' }))).toBe(404);
  });

  it('tells who is signed in, which languages are wished and where the visitor stands', async () => {
    const visit = await app.shopify.authenticateProxy(
      request({ customer: '42', prefix: '/fr', headers: { 'accept-language': 'de-AT;q=0.5, ja', 'x-forwarded-for': '9.9.9.9, 203.0.113.7, 10.0.0.1' } }),
    );
    expect(visit).toMatchObject({ customerId: '42', pathPrefix: '/fr/apps/aftercare', locales: ['fr', 'ja', 'de-AT', 'en'], visitor: '203.0.113.7' });
    expect((await app.shopify.authenticateProxy(request())).customerId).toBeNull();
  });

  it('is answered with Liquid that Shopify renders inside the theme', async () => {
    const { liquid } = await app.shopify.authenticateProxy(request());
    const answer = liquid('<p>Here</p>', { status: 404, headers: { 'cache-control': 'no-store' } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([404, 'application/liquid', 'no-store']);
  });
});
