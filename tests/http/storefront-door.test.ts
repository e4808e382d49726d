import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proxySignature, signProxyQuery } from '#sandbox/storefront/proxy-signature.ts';
import { appOnStage, clientSecret, until, type Stage, type WebProgram } from '../harness/app-on-stage.ts';
import { wireTo, type DatabaseWire } from '../harness/database-wire.ts';

let stage: Stage;
let wire: DatabaseWire;
/** A second web process, which already has the next secret and guards its figures with a token. */
let second: WebProgram;
const metricsToken = 'metrics-token-of-the-stage';

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage({
    reach: async (url) => {
      wire = await wireTo(url);
      return wire.url;
    },
  });
  second = await stage.startWeb({ SHOPIFY_API_SECRET: 'shpss_next', SHOPIFY_API_SECRET_OLD: clientSecret, METRICS_TOKEN: metricsToken });
}, 90_000);

const now = () => Math.floor(Date.now() / 1_000);
const added = (changes: Partial<Record<'shop' | 'timestamp', string>> = {}) => ({ shop: stage.a.domain, path_prefix: '/apps/aftercare', timestamp: String(now()), logged_in_customer_id: '', ...changes });
const visit = (query: URLSearchParams, init: RequestInit = {}, url = stage.web.url) => fetch(`${url}/proxy/track?${query}`, { redirect: 'manual', ...init });
const signed = (changes?: Parameters<typeof added>[0], secret = clientSecret) => signProxyQuery(new URLSearchParams(), added(changes), secret);

describe('the tracking page', () => {
  it('answers what Shopify signed, with the order of who knows its contact', async () => {
    expect((await visit(signed())).status).toBe(200);
    const [order] = stage.a.orders;
    const answer = await stage.proxy(stage.a, { form: { order: order?.name ?? '', contact: order?.email ?? '' } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/liquid', 'no-store']);
    expect(await answer.text()).toContain('Anemone notebook');
  });

  it('takes what the secret before the last rotation signed', async () => {
    expect((await visit(signed({}, clientSecret), {}, second.url)).status).toBe(200);
    expect((await visit(signed({}, 'shpss_next'), {}, second.url)).status).toBe(200);
  });

  it.each<[string, () => URLSearchParams]>([
    ['an unsigned request', () => new URLSearchParams(added())],
    ['a signature by somebody else', () => signed({}, 'shpss_forged')],
    ['a signature over other parameters', () => {
      const query = signed();
      query.append('number', '1');
      return query;
    }],
    ['a signature of two minutes ago', () => signed({ timestamp: String(now() - 120) })],
    ['a signature of the future', () => signed({ timestamp: String(now() + 120) })],
    ['a time that is none', () => signed({ timestamp: 'now' })],
    ['a shop named twice', () => {
      const query = new URLSearchParams([...Object.entries(added()), ['shop', stage.b.domain]]);
      query.append('signature', proxySignature(query, clientSecret));
      return query;
    }],
    ['two signatures', () => {
      const query = signed();
      query.append('signature', createHmac('sha256', 'x').update('').digest('hex'));
      return query;
    }],
  ])('refuses %s', async (_, query) => {
    const answer = await visit(query());
    expect([answer.status, await answer.text()]).toEqual([401, 'Unauthorized']);
  });

  it('does not know a shop that never opened the app', async () => {
    expect((await visit(signed({ shop: 'stranger.myshopify.com' }))).status).toBe(404);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('takes no %s', async (method) => {
    const answer = await visit(signed(), { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('shows its form again to a body that is no form', async () => {
    const answer = await visit(signed(), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"order":' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<form');
  });

  it('counts look-ups of one visitor over two processes, and says 429 and when to come back', async () => {
    const look = (at: number) => stage.proxy(stage.a, { query: { number: `NOBODY-${at}` }, visitor: '203.0.113.7', url: at % 2 ? second.url : stage.web.url });
    const answers = await Promise.all(Array.from({ length: 14 }, (_, at) => look(at)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    const refused = [...answers.filter(({ status }) => status !== 200), await look(14), await look(15)];
    expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 429));
    expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true);
    expect((await stage.proxy(stage.a, { query: { number: 'NOBODY' }, visitor: '203.0.113.8' })).status).toBe(200);
  });

  it('is closed within two seconds of the shop being closed', async () => {
    expect((await visit(signed({ shop: stage.b.domain }))).status).toBe(200);
    stage.sandbox.oauth.uninstall(stage.b.domain);
    await until('the shop is closed', async () => (await stage.shopRow(stage.b.domain))?.state === 'uninstalled');
    await until('the page is closed', async () => (await visit(signed({ shop: stage.b.domain }))).status === 404, 2);
  });
});

describe('the figures', () => {
  const figures = (url: string, headers: Record<string, string> = {}) => fetch(`${url}/metrics`, { headers }).then(({ status }) => status);

  it('are for this machine only, where no token is set', async () => {
    expect(await figures(stage.web.url)).toBe(200);
    expect(await figures(stage.web.url, { 'x-forwarded-for': '203.0.113.9' })).toBe(404);
  });

  it('need the token where one is set', async () => {
    expect(await figures(second.url)).toBe(404);
    expect(await figures(second.url, { authorization: 'Bearer something-else-altogether' })).toBe(404);
    expect(await figures(second.url, { authorization: `Bearer ${metricsToken}`, 'x-forwarded-for': '203.0.113.9' })).toBe(200);
  });
});

describe('health', () => {
  const health = async (which: string) => {
    const answer = await fetch(`${stage.web.url}/health${which}`);
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  it('says that the process lives and can do its work', async () => {
    expect(await health('/live')).toEqual({ status: 200, body: { ok: true } });
    for (const which of ['', '/ready']) expect(await health(which)).toEqual({ status: 200, body: { database: 'ok', stopping: false } });
  });

  it('sends work elsewhere while the database is gone, and takes it again when it is back', async () => {
    const webhook = { shop: stage.a.domain, topic: 'orders/delete', id: 'while-away', body: { id: Number(stage.a.orders[2]?.id) } };
    await wire.cut();
    await until('it is not ready', async () => (await health('/ready')).status === 503);
    expect(await health('/live')).toMatchObject({ status: 200 });
    expect(await health('/ready')).toEqual({ status: 503, body: { database: 'down', stopping: false } });
    expect((await stage.webhook(webhook)).status).toBe(503);
    const page = await visit(signed());
    expect([page.status >= 500, await page.text()]).toEqual([true, expect.not.stringMatching(/ECONNREFUSED|prisma|at .+\.js/i)]);
    // A worker that lost its sign of life ends, and whoever runs it starts another.
    expect(await stage.worker.ended).not.toBe(0);

    await wire.mend();
    await until('it is ready again', async () => (await health('/ready')).status === 200);
    expect((await stage.webhook(webhook)).status).toBe(200);
    stage.startWorker();
    await until('what came is applied', async () => (await stage.rows(stage.a, `select 1 from webhook_receipts where webhook_id = 'while-away' and state = 'applied'`)).length === 1);
    expect((await stage.document(stage.a, '/app')).status).toBe(200);
  });
});
