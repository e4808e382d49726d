import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, until, type Stage } from '../harness/app-on-stage.ts';
import { placeOrder, type StagedShop } from '../harness/two-shops.ts';

let stage: Stage;

afterAll(() => stage.stop(), 30_000);
beforeAll(async () => {
  stage = await appOnStage();
}, 90_000);

/** Writes a job as its module does. */
const enqueue = (shop: StagedShop, name: string) => stage.rows(shop, `select app.add_job($1, '{}'::json, app.shop_id() || ':' || $1, null, 12, $1, null)::text`, [name]);
const isWhole = async (shop: StagedShop, orderId: string) => (await stage.rows(shop, `select 1 from orders where id = $1 and fingerprint <> ''`, [orderId])).length === 1;
const toldTwice = (shop: StagedShop) => stage.rows(shop, 'select type, order_id from journal group by type, order_id, data having count(*) > 1');
/** Jobs that failed and wait for their next try are due now. */
const hurry = () => stage.database.query('update graphile_worker._private_jobs set run_at = now() where attempts > 0 and locked_at is null and run_at > now()');

let placed = 10;
/** An order of which no webhook ever comes. */
async function unheardOrder(shop: StagedShop): Promise<string> {
  stage.sandbox.webhooks.setSwitches({ dropFraction: 1 });
  const { id } = await placeOrder(stage.sandbox, shop.domain, (placed += 1));
  stage.sandbox.webhooks.resetSwitches();
  return id;
}

describe('a reconcile', () => {
  it.each(['429', '500', '502', '503', 'garbage', 'reset', 'internal'])('brings what it missed although Shopify answers twice with %s', async (kind) => {
    const { a } = stage;
    const id = await unheardOrder(a);
    await stage.control(`${a.domain}/fail`, { kind, requests: 2 });
    await enqueue(a, 'orders.reconcile');
    await until('the order is held', async () => {
      await hurry();
      return isWhole(a, id);
    }, 25);
    await stage.control('heal');
    expect(await toldTwice(a)).toEqual([]);
  });

  it('waits for its budget where Shopify has none left', async () => {
    const { a, sandbox } = stage;
    const id = await unheardOrder(a);
    await stage.control(`${a.domain}/throttle`, { clientId: sandbox.app.clientId, available: 0 });
    await enqueue(a, 'orders.reconcile');
    await until('the order is held', () => isWhole(a, id), 25);
    expect(await toldTwice(a)).toEqual([]);
  });

  it('holds an order without what Shopify withholds of its customer', async () => {
    const { a, sandbox } = stage;
    sandbox.oauth.setProtectedData(a.domain, { email: false, phone: false, name: false, address: false });
    const id = await unheardOrder(a);
    await enqueue(a, 'orders.reconcile');
    await until('the order is held', () => isWhole(a, id));
    const contact = () => stage.rows<{ email: string | null }>(a, 'select email from orders where id = $1', [id]);
    expect(await contact()).toEqual([{ email: null }]);
    expect((await stage.document(a, `/app/orders/${id}`)).status).toBe(200);
    sandbox.oauth.setProtectedData(a.domain, { email: true, phone: true, name: true, address: true });
    expect(await toldTwice(a)).toEqual([]);
  });
});

describe('an import', () => {
  /** Everything of the shop is read anew; what was there before must be recognised. */
  const importAgain = async (shop: StagedShop) => {
    await stage.rows(shop, `update imports set state = 'requested', part = 'orders', bulk_operation = null, result_url = null, byte_offset = 0, orders_applied = 0, finished_at = null`);
    await enqueue(shop, 'orders.import');
  };
  const isDone = async (shop: StagedShop) => {
    await hurry();
    return stage.isImported(shop);
  };

  it.each(['429', '500', '502', 'reset', 'internal', 'timeout'])('ends complete although Shopify answers its first requests with %s', async (kind) => {
    const { b } = stage;
    const journal = () => stage.rows(b, 'select count(*)::int as lines from journal');
    const before = await journal();
    // The app's patience with one request is half a minute.
    await stage.control(`${b.domain}/fail`, { kind, requests: kind === 'timeout' ? 1 : 2 });
    await importAgain(b);
    await until('it is done', () => isDone(b), 60);
    await stage.control('heal');
    const [mirror] = await stage.rows<{ orders: number }>(b, `select count(*)::int as orders from orders where fingerprint <> ''`);
    expect(mirror?.orders).toBe([...(stage.sandbox.worlds.find(b.domain)?.orders.all() ?? [])].length);
    expect(await journal()).toEqual(before);
  }, 90_000);

  it('goes on behind a download that breaks off', async () => {
    const { b } = stage;
    await stage.control(`${b.domain}/bulk`, { brokenDownloads: 2 });
    await importAgain(b);
    await until('it is done', () => isDone(b), 40);
    await stage.control(`${b.domain}/bulk`, {});
    expect(await toldTwice(b)).toEqual([]);
  }, 60_000);

  it('that may not read says so, and goes on when the merchant asks again', async () => {
    const { b, sandbox } = stage;
    const installation = sandbox.oauth.installation(b.domain);
    sandbox.oauth.setProtectedData(b.domain, { level1: false });
    await importAgain(b);
    await until('it has ended one way or the other', async () => {
      await hurry();
      return (await stage.rows(b, `select 1 from imports where state in ('failed', 'done')`)).length === 1;
    }, 30);
    const [ended] = await stage.rows<{ state: string; failure: string | null }>(b, 'select state, failure from imports');
    expect(ended).toEqual({ state: 'failed', failure: 'ACCESS_DENIED' });
    sandbox.oauth.setProtectedData(b.domain, installation?.protectedData ?? {});
    await stage.admin(b, '/app.data?index', { method: 'POST', body: new URLSearchParams({ intent: 'retry-import' }) });
    await until('it is done', () => isDone(b), 30);
    expect(await toldTwice(b)).toEqual([]);
  }, 60_000);
});
