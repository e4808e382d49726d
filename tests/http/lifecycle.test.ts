import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, until, type Stage } from '../harness/app-on-stage.ts';
import { placeOrder } from '../harness/two-shops.ts';

let stage: Stage;

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
}, 90_000);

const holds = (state: Record<string, unknown>) => async () => {
  const row = await stage.shopRow(stage.a.domain);
  return row !== null && Object.entries(state).every(([name, value]) => row[name as keyof typeof row] === value);
};
const hasScope = async (scope: string) => (await stage.shopRow(stage.a.domain))?.scopes.includes(scope) ?? false;
const isHeld = async (orderId: string) => (await stage.rows(stage.a, `select 1 from orders where id = $1 and fingerprint <> ''`, [orderId])).length === 1;
const parkedSoFar = () => stage.said().split('job parked until').length - 1;

describe('the access of a shop', () => {
  it('is renewed unseen when the token ran out, and a changed scope is stored', async () => {
    const { a, sandbox } = stage;
    sandbox.oauth.expireTokens(a.domain, 'access');
    sandbox.oauth.grantScopes(a.domain, ['read_all_orders']);
    await until('the new scope is stored', () => hasScope('read_all_orders'));
    sandbox.oauth.revokeScopes(a.domain, ['read_all_orders']);
    await until('the scope that was taken away is gone', async () => !(await hasScope('read_all_orders')));
    expect(await stage.shopRow(a.domain)).toMatchObject({ access: 'ok' });
  });

  it('that was taken away parks what needs it, once, while news goes on being taken in; opening the app mends it', async () => {
    const { a, sandbox } = stage;
    // What follows the renewed scopes asks Shopify too, and would be parked as well.
    await until('nothing waits', () => stage.isIdle(a));
    sandbox.oauth.revokeTokens(a.domain);
    await stage.webhook({ shop: a.domain, topic: 'shop/update', body: { id: 1 } });
    await until('the shop must be opened again', holds({ state: 'installed', access: 'needs_reopen' }));
    await until('what needs it is parked, and told', async () => parkedSoFar() > 0);
    await until('nothing waits', () => stage.isIdle(a));
    const parked = parkedSoFar();
    expect(parked).toBe(1);
    const order = await placeOrder(sandbox, a.domain, 4);
    await until('an order placed meanwhile is held', () => isHeld(order.id));
    expect((await stage.proxy(a, { form: { order: order.name, contact: order.email } })).status).toBe(200);
    expect(parkedSoFar()).toBeLessThanOrEqual(parked + 1);

    await stage.open(a);
    expect(await stage.shopRow(a.domain)).toMatchObject({ access: 'ok' });
    sandbox.oauth.grantScopes(a.domain, ['read_all_orders']);
    await until('Shopify is asked again', () => hasScope('read_all_orders'));
  });
});

describe('an uninstall', () => {
  it('closes the shop and keeps its data; opening the app installs it again, without a line told twice', async () => {
    const { a, sandbox } = stage;
    await until('nothing waits', () => stage.isIdle(a));
    const journal = () => stage.rows(a, 'select type, order_id, dedupe_key from journal order by id');
    const before = await journal();
    sandbox.oauth.uninstall(a.domain);
    await until('the shop is closed', holds({ state: 'uninstalled' }));
    await until('its tokens are forgotten', async () => (await stage.database.query('select 1 from platform.sessions where shop = $1', [a.domain])).rows.length === 0);
    await until('its storefront page is closed', async () => (await stage.proxy(a)).status === 404, 2);

    await stage.open(a);
    expect(await stage.shopRow(a.domain)).toMatchObject({ state: 'installed', access: 'ok' });
    await until('its orders are read again', async () => (await stage.rows(a, `select 1 from imports where state = 'done'`)).length === 2, 30);
    expect(await journal()).toEqual(before);
    expect((await stage.admin(a, `/app/orders/${a.orders[0]?.id}.data`)).status).toBe(200);
  });

  it('that is told late, after the app was installed again, closes nothing', async () => {
    const { a } = stage;
    await stage.webhook({ shop: a.domain, topic: 'app/uninstalled', body: { id: 1 }, triggeredAt: new Date(Date.now() - 60_000) });
    await until('it is looked into', async () => stage.said().includes('overtaken by a new installation'));
    expect(await stage.shopRow(a.domain)).toMatchObject({ state: 'installed', access: 'ok' });
  });
});

describe('a new name', () => {
  it('keeps everything of the shop, and the old name is nobody’s', async () => {
    const { b, sandbox } = stage;
    const before = await stage.shopRow(b.domain);
    const held = await stage.held(b);
    const renamed = { ...b, domain: 'bramble-and-sons.myshopify.com', handle: 'bramble-and-sons' };
    sandbox.oauth.renameShop(b.domain, renamed.domain);
    await until('the shop has its new name', async () => (await stage.shopRow(renamed.domain)) !== null);
    await until('nothing waits', () => stage.isIdle(renamed));
    expect(await stage.shopRow(renamed.domain)).toMatchObject({ id: before?.id, state: 'installed', access: 'ok' });
    expect(await stage.shopRow(b.domain)).toBeNull();
    expect(await stage.held(renamed)).toEqual(held);
    await stage.open(renamed);
    expect((await stage.admin(renamed, `/app/orders/${b.orders[0]?.id}.data`)).status).toBe(200);
    expect(await stage.shopRow(renamed.domain)).toMatchObject({ id: before?.id });
    stage.b.domain = renamed.domain;
  });
});

describe('stopping', () => {
  it('lets a request that runs finish, takes no other, and exits with 0', async () => {
    const web = await stage.startWeb();
    const slow = stage.proxy(stage.a, { query: { number: 'NOBODY-1' }, url: web.url });
    await until('the request is under way', async () => (await stage.database.query(`select 1 from platform.rate_limits where key like 'lookup-visitor:%'`)).rows.length > 0);
    const started = Date.now();
    const stopped = web.stop();
    expect((await slow).status).toBe(200);
    await stopped;
    expect(await web.ended).toBe(0);
    expect(Date.now() - started).toBeLessThan(5_000);
    await expect(fetch(`${web.url}/health/live`)).rejects.toThrow();
  });

  const pending = async () => (await stage.rows(stage.a, `select 1 from webhook_receipts where state = 'pending'`)).length;
  const states = () => stage.rows<{ state: string; attempts: number; count: number }>(stage.a, `select state, attempts, count(*)::int as count from webhook_receipts where webhook_id like 'many-%' group by 1, 2`);
  const many = 2_000;

  it.each(['stopped', 'killed'] as const)('a worker %s in the middle of its work leaves the rest to the next one, and nothing is done twice', { timeout: 90_000 }, async (how) => {
    const { a } = stage;
    await stage.rows(a, `delete from webhook_receipts`);
    await stage.rows(a, `insert into webhook_receipts (webhook_id, topic, body) select 'many-' || n, 'orders/delete', json_build_object('id', $1::bigint + n)::text from generate_series(1, $2::int) n`, [how === 'killed' ? 8e9 : 7e9, many]);
    const worker = workers.at(-1) ?? stage.worker;
    await stage.webhook({ shop: a.domain, topic: 'orders/none' });
    await until('it is in the middle', async () => (await pending()) < many);
    if (how === 'stopped') await worker.stop();
    else worker.kill();
    expect(await worker.ended).toBe(how === 'stopped' ? 0 : 1);
    workers.push(stage.startWorker());
    // What a killed worker was just taking is given back half a minute later.
    await until('all is applied', async () => (await pending()) === 0, 60);
    expect(await states()).toEqual([{ state: 'applied', attempts: 1, count: many }]);
    expect(await stage.rows(a, `select 1 from journal group by type, order_id, dedupe_key having count(*) > 1`)).toEqual([]);
  });
  const workers: ReturnType<Stage['startWorker']>[] = [];
});

describe('shop/redact', () => {
  it('leaves nothing of the shop in any table, and everything of the other', async () => {
    const { a, b, sandbox } = stage;
    const id = (await stage.shopRow(a.domain))?.id ?? 0;
    const other = await stage.held(b);
    sandbox.oauth.uninstall(a.domain);
    await until('the shop is closed', holds({ state: 'uninstalled' }));
    sandbox.webhooks.requestCompliance('shop/redact', { shop: a.domain });
    await until('the shop is gone', async () => (await stage.shopRow(a.domain)) === null);
    expect(new Set(Object.values(await stage.held({ id })))).toEqual(new Set(['0']));
    expect(await stage.rows({ id }, 'select 1 from sync_cursors union all select 1 from webhook_receipts')).toEqual([]);
    const left = await stage.database.query('select from platform.sessions where shop = $1 union all select from platform.admin_api_buckets where shop_id = $2', [a.domain, id]);
    expect(left.rows).toEqual([]);
    await until('no job for it is left', async () => (await stage.database.query(`select from graphile_worker._private_jobs where payload->>'shopId' = $1`, [String(id)])).rows.length === 0);
    expect(await stage.held(b)).toEqual(other);
  });
});
