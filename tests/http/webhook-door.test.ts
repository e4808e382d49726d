import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, clientSecret, until, type Stage, type WebProgram } from '../harness/app-on-stage.ts';

let stage: Stage;
/** A process that already has the next secret. */
let rotated: WebProgram;

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
  rotated = await stage.startWeb({ SHOPIFY_API_SECRET: 'shpss_next', SHOPIFY_API_SECRET_OLD: clientSecret });
}, 90_000);

const doors = ['/webhooks', '/webhooks/compliance'];
const receipts = (shop = stage.a) => stage.rows<{ webhook_id: string; topic: string; state: string; attempts: number }>(shop, 'select webhook_id, topic, state, attempts from webhook_receipts order by id');
const settled = (id: string, shop = stage.a) =>
  until(`${id} is settled`, async () => (await receipts(shop)).some((receipt) => receipt.webhook_id === id && receipt.state !== 'pending' && receipt.state !== 'failed'));
/** Sends it and says whether anything was stored of it. */
async function sent(webhook: Parameters<Stage['webhook']>[0], door: { url?: string; path?: string } = {}) {
  const id = webhook.id ?? randomUUID();
  const answer = await stage.webhook({ shop: stage.a.domain, id, ...webhook }, door);
  const held = [...(await receipts(stage.a)), ...(await receipts(stage.b))];
  return { id, status: answer.status, stored: held.some((receipt) => receipt.webhook_id === id), body: await answer.text() };
}

describe.each(doors)('%s', (path) => {
  it('stores what Shopify signed', async () => {
    expect(await sent({ topic: 'orders/none' }, { path })).toMatchObject({ status: 200, stored: true, body: '' });
  });

  it.each<[string, Parameters<Stage['webhook']>[0], number]>([
    ['without a signature', { headers: { 'x-shopify-hmac-sha256': null } }, 401],
    ['with a signature that is none', { headers: { 'x-shopify-hmac-sha256': 'x' } }, 401],
    ['signed by somebody else', { secret: 'shpss_forged' }, 401],
    ['signed over another body', { headers: { 'x-shopify-hmac-sha256': 'mGbJ2YgnSqkLkOZ0oHBRHnYhnSXh4DQJvqDPrMhBzgQ=' } }, 401],
    ['without a topic', { headers: { 'x-shopify-topic': null } }, 400],
    ['without an id', { headers: { 'x-shopify-webhook-id': null } }, 400],
    ['without a shop', { headers: { 'x-shopify-shop-domain': null } }, 400],
    ['whose body is broken JSON', { raw: '{"id": 1' }, 400],
    ['whose body is a list', { raw: '[1, 2]' }, 400],
    ['whose body is empty', { raw: '' }, 400],
    ['whose body is no text', { raw: Buffer.from([0xff, 0xfe, 0x00, 0x01]) }, 400],
  ])('refuses and does not store what comes %s', async (_, webhook, status) => {
    expect(await sent(webhook, { path })).toMatchObject({ status, stored: false });
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('takes POST, not %s', async (method) => {
    const answer = await fetch(`${stage.web.url}${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes what the secret before the last rotation signed, and what the present one did', async () => {
    for (const secret of [clientSecret, 'shpss_next']) expect(await sent({ secret, topic: 'orders/none' }, { url: rotated.url, path })).toMatchObject({ status: 200, stored: true });
    expect(await sent({ secret: 'shpss_older' }, { url: rotated.url, path })).toMatchObject({ status: 401, stored: false });
  });
});

describe('a body over 5 MB', () => {
  const body = `{"id":1,"note":"${'x'.repeat(5 * 1024 * 1024)}"}`;

  it('is refused before it is read, where its length is told', async () => {
    expect(await sent({ raw: body })).toMatchObject({ status: 413, stored: false });
  });

  it('is refused where its length is not told', async () => {
    const parts = new ReadableStream<Uint8Array>({
      start(stream) {
        for (let at = 0; at < 90; at += 1) stream.enqueue(new Uint8Array(64 * 1024).fill(120));
        stream.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: { 'x-shopify-hmac-sha256': 'x' }, body: parts, duplex: 'half' };
    const status = await fetch(`${stage.web.url}/webhooks`, init).then((answer) => answer.status, () => 'connection closed');
    expect([413, 'connection closed']).toContain(status);
    expect((await fetch(`${stage.web.url}/health/ready`)).status).toBe(200);
  });
});

describe('a webhook', () => {
  it('of a shop that never opened the app is answered and not stored', async () => {
    expect(await sent({ shop: 'stranger.myshopify.com' })).toMatchObject({ status: 200, stored: false });
    expect(await stage.shopRow('stranger.myshopify.com')).toBeNull();
  });

  it('of a topic that nobody listens to is recorded as ignored', async () => {
    const { id } = await sent({ topic: 'collections/create' });
    await settled(id);
    expect((await receipts()).find((receipt) => receipt.webhook_id === id)).toMatchObject({ state: 'ignored' });
  });

  it('that comes twenty times at once, at two processes, is stored once and applied once', async () => {
    const order = stage.a.orders[0]?.id ?? '';
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => stage.webhook({ shop: stage.a.domain, id, topic: 'orders/delete', body: { id: Number(order) } }, at % 2 ? { url: rotated.url } : {})),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await settled(id);
    await until('nothing is left to do', () => stage.isIdle(stage.a));
    expect((await receipts()).filter((receipt) => receipt.webhook_id === id)).toMatchObject([{ state: 'applied', attempts: 1 }]);
    expect(await stage.rows(stage.a, `select 1 from journal where order_id = $1 and type = 'order.deleted'`, [order])).toHaveLength(1);
  });

  it('with a body that its topic does not promise is kept with its reason and stops nobody', async () => {
    const bad = await sent({ topic: 'orders/updated', body: { id: 'not a number', line_items: 7 } });
    const good = await sent({ topic: 'orders/delete', body: { id: Number(stage.a.orders[1]?.id) } });
    await settled(good.id);
    await until('the bad one is marked', async () => (await receipts()).find((receipt) => receipt.webhook_id === bad.id)?.state === 'failed');
  });
});

describe('after an uninstall', () => {
  it('what privacy law asks is still taken and done, and nothing else is stored', async () => {
    const { b, sandbox } = stage;
    sandbox.oauth.uninstall(b.domain);
    await until('the shop is closed', async () => (await stage.shopRow(b.domain))?.state === 'uninstalled');
    const [order] = b.orders;
    await stage.webhook({ shop: b.domain, id: 'too-late', topic: 'orders/delete', body: { id: Number(order?.id) } });
    sandbox.webhooks.requestCompliance('customers/data_request', { shop: b.domain, customer: order?.email });
    await until('the request is answered', async () => (await stage.rows(b, 'select 1 from data_requests')).length === 1);
    sandbox.webhooks.requestCompliance('customers/redact', { shop: b.domain, customer: order?.email });
    await until('the person is forgotten', async () => (await stage.rows(b, 'select 1 from orders where email = $1', [order?.email])).length === 0);
    expect((await receipts(b)).map(({ webhook_id: id }) => id)).not.toContain('too-late');
    expect(await stage.rows(b, 'select 1 from orders where deleted_at is null')).toHaveLength(b.orders.length);
  });
});
