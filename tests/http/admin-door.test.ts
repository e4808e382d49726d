import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, browser, clientSecret, type Stage } from '../harness/app-on-stage.ts';

let stage: Stage;
let orderPath: string;

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
  orderPath = `/app/orders/${stage.a.orders[0]?.id}`;
}, 90_000);

interface Claims {
  secret?: string;
  aud?: string;
  age?: number;
}

/** A session token as Shopify signs it, but for what is said. */
function token({ secret = clientSecret, aud = stage.sandbox.app.clientId, age = 0 }: Claims = {}): Promise<string> {
  const dest = `https://${stage.a.domain}`;
  const issued = Math.floor(Date.now() / 1_000) - age;
  return new SignJWT({ dest, sid: 'session' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(`${dest}/admin`)
    .setAudience(aud)
    .setSubject('70000001')
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(issued + 60)
    .setJti(crypto.randomUUID())
    .sign(new TextEncoder().encode(secret));
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${stage.web.url}${path}`, { redirect: 'manual', headers: { ...browser, ...headers } });
const withToken = async (claims?: Claims, path = `${orderPath}.data`) => get(path, { authorization: `Bearer ${await token(claims)}` });
const seen = async (answer: Response) => {
  const text = await answer.text();
  return stage.a.marks.filter((mark) => text.replaceAll(orderPath, '').includes(mark));
};

describe('the admin', () => {
  it('answers a valid session token with data', async () => {
    const answer = await withToken();
    expect([answer.status, (await seen(answer)).length > 3]).toEqual([200, true]);
  });

  it.each([
    ['an expired token', { age: 3_600 }],
    ['a token that is not valid yet', { age: -3_600 }],
    ['a token signed by somebody else', { secret: 'shpss_forged' }],
    ['a token for another app', { aud: 'another-app' }],
  ] satisfies [string, Claims][])('gives nothing to %s, and has it fetch a new one', async (_, claims) => {
    const answer = await withToken(claims);
    expect([answer.status, answer.headers.get('x-shopify-retry-invalid-session-request')]).toEqual([401, '1']);
    expect(await seen(answer)).toEqual([]);
  });

  it.each(['not.a.token', 'a.b', '', 'null'])('gives nothing to the token “%s”', async (word) => {
    const answer = await get(`${orderPath}.data`, { authorization: `Bearer ${word}` });
    expect(await seen(answer)).toEqual([]);
    expect(answer.status).not.toBe(200);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(['/app', '/app/orders', '/app/messages', '/app/settings', '/app/orders.data', '/app.data', '/live', '/app/data-requests/1'])('shows %s to nobody without a token', async (path) => {
    const answer = await get(path);
    // Single fetch carries a redirect inside an answer of 202.
    expect([202, 302, 401, 410]).toContain(answer.status);
    expect(await seen(answer)).toEqual([]);
  });

  it('does nothing for a form without a token', async () => {
    const answer = await fetch(`${stage.web.url}/app/settings`, { method: 'POST', redirect: 'manual', headers: browser, body: new URLSearchParams({ intent: 'test-message', to: 'x@example.com' }) });
    expect([302, 401, 410]).toContain(answer.status);
    expect(await stage.rows(stage.a, 'select 1 from outbox')).toEqual([]);
  });

  it('sends a document with a stale token to Shopify’s bounce page, which shows nothing', async () => {
    const signed = await stage.sandbox.oauth.launchParameters(stage.a.domain, 'en');
    signed.set('id_token', await token({ age: 3_600 }));
    const answer = await get(`${orderPath}?${signed}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toMatch(/^\/auth\/session-token/);
    const bounce = await get(answer.headers.get('location') ?? '');
    expect([bounce.status, bounce.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    expect(await bounce.text()).toMatch(/<script[^>]+app-bridge/);
  });

  it('may be framed by the shop’s own admin and nobody else', async () => {
    const policy = (await stage.document(stage.a, '/app')).headers.get('content-security-policy');
    expect(policy).toContain(`frame-ancestors https://${stage.a.domain} https://admin.shopify.com`);
  });

  const post = (path: string, fields: Record<string, string>) => stage.admin(stage.a, `${path}.data`, { method: 'POST', body: new URLSearchParams(fields) });

  it('says 400 to an action it does not know, 404 to a page it does not have, 405 to a page without actions', async () => {
    const answers = await Promise.all([
      post('/app/settings', { intent: 'drop-tables' }),
      stage.admin(stage.a, '/app.data?index', { method: 'POST', body: new URLSearchParams({ intent: 'drop-tables' }) }),
      stage.admin(stage.a, '/app/nowhere.data'),
      stage.admin(stage.a, '/app/orders/abc.data'),
      post('/app/orders', { intent: 'anything' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 404, 404, 405]);
  });

  it('says what is wrong with a form instead of saving it', async () => {
    const sender = await post('/app/settings', { intent: 'save-sender', fromName: '', replyTo: 'no address', version: '0' });
    expect(await sender.text()).toContain('errors');
    const mail = await post('/app/settings', { intent: 'test-message', to: 'no address' });
    expect(await mail.text()).toContain('invalid');
    expect(await stage.rows(stage.a, "select 1 from settings where name = 'sender' union all select 1 from outbox")).toEqual([]);
  });

  it.each([
    ['a body that is no form', 'application/json', '{"intent":'],
    ['a form that breaks off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="intent"\r\n\r\nsave'],
  ])('says that %s is the sender’s mistake', async (_, type, body) => {
    const answer = await stage.admin(stage.a, '/app/settings.data', { method: 'POST', headers: { 'content-type': type }, body });
    expect(answer.status).toBe(400);
  });
});
