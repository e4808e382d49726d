import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#app/kernel/time.ts';
import { complianceTopics, readDataRequest } from '#app/modules/privacy/index.server.ts';
import { removePhotos } from '#app/modules/problems/index.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { removeErasedFiles } from '#app/platform/shops/remove-erased-files.server.ts';
import { drainReceipts } from '#app/platform/webhooks/drain-receipts.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { configFor, startProcess, type Process } from '../shopify/stage.ts';
import { photoOf, seedPerson } from './person-in-every-table.ts';

const directory = await mkdtemp(join(tmpdir(), 'privacy-'));
const files = createDiskStore(directory);
let app: Process;
let ctx: ShopContext;
let shops = 0;

beforeAll(async () => {
  app = startProcess(configFor(await freshDatabase()));
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});
const open = async () => app.registry.context(await app.registry.opened({ domain: `shop-${(shops += 1)}.myshopify.com`, scopes: [] }));
beforeEach(async () => {
  ctx = await open();
});

const comes = async (topic: string, body: unknown) => {
  await ctx.tx((tx) => tx.webhook_receipts.create({ data: { webhook_id: `${topic}-${shops}`, topic, body: JSON.stringify(body), triggered_at: new Date() } }));
  await drainReceipts(ctx, [complianceTopics]);
};
const key = (of: ShopContext, number: number) => `shops/${of.shop.id}/problems/${photoOf(number)}`;
const kept = async (of: ShopContext, number: number) => {
  const stream = await files.get(key(of, number));
  await stream?.cancel();
  return stream !== null;
};
/** A person whose report has a photo in the store. */
const withPhoto = async (of: ShopContext, number: number, prefix?: string) => {
  await files.put(key(of, number), new Uint8Array([1]), 'image/jpeg');
  return of.tx((tx) => seedPerson(tx, number, prefix));
};
const jobs = async () =>
  (await app.database.pool.query<{ data: { photoIds: string[] } }>(
    `select j.payload->'data' as data from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'problems.remove-photos' and (j.payload->>'shopId')::int = $1`,
    [ctx.shop.id],
  )).rows.map(({ data }) => data);

describe('photos of a redacted person', () => {
  it('leave the database with them, and the store by a job after the commit; nobody else’s go', async () => {
    const [person] = [await withPhoto(ctx, 1), await withPhoto(ctx, 2, 'other')];
    await comes('customers/redact', { shop_id: 1, customer: { id: Number(person.customer), email: person.email, phone: null }, orders_to_redact: [Number(person.order)] });
    expect((await ctx.tx((tx) => tx.problem_photos.findMany())).map(({ id }) => id)).toEqual([photoOf(2)]);
    expect(await jobs()).toEqual([{ photoIds: [photoOf(1)] }]);
    for (const job of await jobs()) await removePhotos(ctx, files, job);
    expect([await kept(ctx, 1), await kept(ctx, 2)]).toEqual([false, true]);
  });

  it('take the open codes of their orders along', async () => {
    const person = await withPhoto(ctx, 1);
    await comes('customers/redact', { shop_id: 1, customer: { id: Number(person.customer), email: person.email, phone: null }, orders_to_redact: [] });
    expect(await ctx.tx((tx) => tx.one_time_codes.count())).toBe(0);
  });
});

describe('a person who asks for their data', () => {
  it('is told of their reports and of each photo', async () => {
    const person = await withPhoto(ctx, 1);
    await comes('customers/data_request', { customer: { id: Number(person.customer), email: person.email, phone: null }, orders_requested: [], data_request: { id: 31 } });
    const { document } = await readDataRequest(ctx, '31');
    expect(document).toMatchObject({
      problemReports: [{ id: 'p1', kind: 'damaged', words: 'zqx_problem_reports_words' }],
      problemPhotos: [{ id: photoOf(1), report_id: 'p1' }],
    });
  });
});

describe('files of an erased shop', () => {
  const erase = async () => {
    await app.registry.uninstalled(ctx.shop, new Date(Date.now() + 1_000));
    ctx = (await app.registry.contextOf(ctx.shop.id)) ?? ctx;
    await comes('shop/redact', { shop_id: 1, shop_domain: ctx.shop.domain });
  };

  it('go with the next turn of the clock, for a day, and no other shop’s do', async () => {
    const neighbour = await open();
    await withPhoto(ctx, 1);
    await withPhoto(neighbour, 1);
    await erase();
    expect(await kept(ctx, 1)).toBe(true);
    await removeErasedFiles(app.database, files, new Date());
    expect([await kept(ctx, 1), await kept(neighbour, 1)]).toEqual([false, true]);

    // What was on its way into the store when the shop was erased.
    await files.put(key(ctx, 1), new Uint8Array([1]), 'image/jpeg');
    await removeErasedFiles(app.database, files, new Date(Date.now() + day + 1_000));
    expect(await kept(ctx, 1)).toBe(false);
    expect(await app.database.platform.erased_shops.count()).toBe(0);
  });

  it('are noted for a later turn where the store does not answer', async () => {
    await withPhoto(ctx, 1);
    await erase();
    const silent = { ...files, removeAll: () => Promise.reject(new Error('The bucket does not answer.')) };
    await expect(removeErasedFiles(app.database, silent, new Date(Date.now() + 2 * day))).rejects.toThrow('does not answer');
    expect(await app.database.platform.erased_shops.count()).toBe(1);
  });
});
