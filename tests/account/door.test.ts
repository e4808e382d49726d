import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, browser, clientSecret, type Stage, type WebProgram } from '#tests/harness/app-on-stage.ts';
import { customerClaims, signToken } from './customer-token.ts';

let stage: Stage;
/** A second web process, which already has the next secret. */
let rotated: WebProgram;
let order: { id: string; customer: string };

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
  rotated = await stage.startWeb({ SHOPIFY_API_SECRET: 'shpss_next', SHOPIFY_API_SECRET_OLD: clientSecret });
  const [row] = await stage.rows<{ id: string; customer: string }>(stage.a, 'select id, customer_id as customer from orders where customer_id is not null order by id limit 1');
  if (!row) throw new Error('No order of a customer.');
  order = row;
}, 90_000);

const tokenOf = (customerId: string | null, shop = stage.a.domain, secret = clientSecret) => signToken(customerClaims(shop, customerId, stage.sandbox.app.clientId), secret);
const ask = (path: string, token: string | null, { url = stage.web.url, ...init }: RequestInit & { url?: string } = {}) =>
  fetch(`${url}${path}`, { ...init, headers: { ...browser, origin: 'https://extensions.shopifycdn.com', ...(token === null ? {} : { authorization: `Bearer ${token}` }) } });
const said = async (answer: Response) => ({ status: answer.status, body: (await answer.json()) as unknown, anyOrigin: answer.headers.get('access-control-allow-origin') });
const orderPath = () => `/account/orders/${order.id}`;

describe("the door of customer accounts' extensions", () => {
  it('tells a customer about their order, in the language asked for, readable from the worker it runs in', async () => {
    const answer = await ask(`${orderPath()}?locale=zh-CN`, tokenOf(order.customer));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await said(answer)).toMatchObject({ status: 200, anyOrigin: '*', body: { locale: 'zh-CN', name: expect.any(String), trackingUrl: expect.stringContaining('/apps/aftercare/track?key=') } });
  });

  it('gives an address of the tracking page that opens', async () => {
    const { trackingUrl } = (await (await ask(orderPath(), tokenOf(order.customer))).json()) as { trackingUrl: string };
    const page = await stage.proxy(stage.a, { query: { key: new URL(trackingUrl).searchParams.get('key') ?? '' } });
    expect(await page.text()).toContain('Anemone notebook');
  });

  it('tells a customer what is on its way to them, and nobody else', async () => {
    const mine = await said(await ask('/account/orders', tokenOf(order.customer)));
    expect(mine).toMatchObject({ status: 200, anyOrigin: '*', body: { orders: expect.arrayContaining([expect.objectContaining({ id: order.id })]) } });
    expect(await said(await ask('/account/orders', tokenOf('1')))).toMatchObject({ status: 200, body: { orders: [] } });
    expect((await ask('/account/orders', null)).status).toBe(401);
    expect((await ask('/account/orders', tokenOf(null))).status).toBe(403);
  });

  it('answers the question that a browser asks before', async () => {
    const answer = await ask(orderPath(), null, { method: 'OPTIONS' });
    const allowed = ['access-control-allow-origin', 'access-control-allow-headers', 'access-control-allow-methods'].map((name) => answer.headers.get(name));
    expect([answer.status, ...allowed]).toEqual([204, '*', 'authorization, content-type', 'GET, OPTIONS']);
  });

  it('takes what the secret before the last rotation signed', async () => {
    expect((await ask(orderPath(), tokenOf(order.customer), { url: rotated.url })).status).toBe(200);
    expect((await ask(orderPath(), tokenOf(order.customer, stage.a.domain, 'shpss_next'), { url: rotated.url })).status).toBe(200);
  });

  it('refuses who has no token, or one that Shopify did not make for this app', async () => {
    const other = signToken(customerClaims(stage.a.domain, order.customer, 'another-app'), clientSecret);
    for (const token of [null, 'x', tokenOf(order.customer, stage.a.domain, 'shpss_forged'), other])
      expect(await said(await ask(orderPath(), token))).toEqual({ status: 401, anyOrigin: '*', body: { error: 'unauthorized' } });
  });

  it('asks a visitor who is not signed in to do so', async () => {
    expect(await said(await ask(orderPath(), tokenOf(null)))).toEqual({ status: 403, anyOrigin: '*', body: { error: 'sign_in' } });
  });

  it("does not have another customer's order, another shop's, nor one that never was, and tells them not apart", async () => {
    const none = { status: 404, anyOrigin: '*', body: { error: 'not_found' } };
    expect(await said(await ask(orderPath(), tokenOf('1')))).toEqual(none);
    expect(await said(await ask(orderPath(), tokenOf(order.customer, stage.b.domain)))).toEqual(none);
    expect(await said(await ask('/account/orders/9999999999', tokenOf(order.customer)))).toEqual(none);
    expect(await said(await ask('/account/orders/x%27or%201=1', tokenOf(order.customer)))).toEqual(none);
  });

  it('does not know a shop that never opened the app', async () => {
    expect((await ask(orderPath(), tokenOf(order.customer, 'stranger.myshopify.com'))).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect(await said(await ask(orderPath(), tokenOf(order.customer), { method }))).toEqual({ status: 405, anyOrigin: '*', body: { error: 'method_not_allowed' } });
  });
});

describe("the door of the admin's order block", () => {
  const path = () => `/admin-block/orders/${order.id}`;

  it('tells the people of the shop about an order, in the language of their admin', async () => {
    const answer = await stage.admin(stage.a, `${path()}?locale=zh-CN`, { headers: { origin: 'https://extensions.shopifycdn.com' } });
    expect(await said(answer)).toMatchObject({ status: 200, anyOrigin: '*', body: { path: `/app/orders/${order.id}`, parcels: expect.any(Array) } });
  });

  it("does not have another shop's order", async () => {
    expect(await said(await stage.admin(stage.b, path()))).toEqual({ status: 404, anyOrigin: '*', body: { error: 'not_found' } });
  });

  it('answers the question that a browser asks before', async () => {
    expect((await ask(path(), null, { method: 'OPTIONS' })).status).toBe(204);
  });

  it.each(['', 'https://'])("refuses a customer's token, which Shopify signs for the same app with the same secret (dest %s)", async (scheme) => {
    const claims = customerClaims(stage.a.domain, order.customer, stage.sandbox.app.clientId);
    const answer = await ask(path(), signToken({ ...claims, dest: `${scheme}${stage.a.domain}`, iss: `https://${stage.a.domain}` }, clientSecret));
    expect([answer.status, await answer.text()]).toEqual([401, expect.not.stringContaining('parcels')]);
  });
});
