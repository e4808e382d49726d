import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { fireTrigger, fireTriggerJob, passOnNews } from '#app/modules/flow/index.server.ts';
import { parcelNewsJob, type ParcelNews } from '#app/modules/parcels/index.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import { AdminApiError, OutcomeUnknown, ShopAccessLost, UserErrors } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readTriggers } from '#sandbox/flow/read-triggers.ts';
import { openShops } from '#tests/orders/shop.ts';
import { parcel, placeParcels } from '#tests/parcels/trouble-stage.ts';

let database: Database;
let ctx: ShopContext;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
const admin = { run: vi.fn<(document: unknown, variables: unknown) => Promise<never>>() };

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => {
  admin.run.mockReset();
  ctx = await newShop({ admin });
  await ctx.tx((tx) => placeParcels(tx, [parcel({ shipment_id: '7', order_id: '5001', fulfillment_id: '3', promised_from: '2026-11-24', promised_to: '2026-11-25', promise_source: 'learned', first_promised_to: '2026-11-19' })]));
});

const news = (changes: Partial<ParcelNews> = {}): ParcelNews => ({ kind: 'delayed', orderId: '5001', shipmentId: '7', troubleId: '1', happenedAt: '2026-11-21T09:00:00.000Z', cause: 'weather', ...changes });
const sent = () => admin.run.mock.calls.map(([, variables]) => variables);
const waiting = () => database.platform.$queryRaw<{ payload: unknown }[]>`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${fireTriggerJob.name} and payload->>'shopId' = ${String(ctx.shop.id)}`;

describe('what Flow is told', () => {
  it('has the order, the parcel, the cause and the days of a delay', async () => {
    await fireTrigger(ctx, news());
    expect(sent()).toEqual([
      {
        handle: 'parcel-delayed',
        payload: { order_id: '5001', 'Tracking number': '1Z999AA10123456784', Carrier: 'UPS', 'Happened at': '2026-11-21T09:00:00.000Z', Cause: 'weather', 'Promised for': '2026-11-19', 'Now expected': '2026-11-25' },
      },
    ]);
  });

  it.each(['delayed', 'exception', 'delivered', 'lost'] as const)('has exactly the fields that the extension of a %s parcel declares', async (kind) => {
    await fireTrigger(ctx, news({ kind, cause: null }));
    const trigger = readTriggers('extensions').get(`parcel-${kind}`);
    const [firing] = z.array(z.object({ handle: z.string(), payload: z.record(z.string(), z.string()) })).parse(sent());
    expect(firing?.handle).toBe(trigger?.handle);
    expect(Object.keys(firing?.payload ?? {}).sort()).toEqual(trigger?.fields.map(({ key }) => key).sort());
  });

  it('says nothing of a parcel that is gone, rather than nothing at all', async () => {
    await fireTrigger(ctx, news({ kind: 'lost', shipmentId: '8' }));
    expect(sent()).toMatchObject([{ handle: 'parcel-lost', payload: { order_id: '5001', 'Tracking number': '', Carrier: '' } }]);
  });

  it('has keys that Shopify takes: letters and spaces', () => {
    const keys = [...readTriggers('extensions').values()].flatMap(({ fields }) => fields.map(({ key }) => key).filter((key) => key !== 'order_id'));
    expect(keys.filter((key) => !/^[a-zA-Z\s]+$/.test(key))).toEqual([]);
  });

  it('is described to merchants, field by field', () => {
    const described = z.object({ extensions: z.array(z.object({ description: z.string().min(20) })), settings: z.object({ fields: z.array(z.object({ key: z.string().optional(), description: z.string().optional() })) }) });
    for (const kind of ['delayed', 'exception', 'delivered', 'lost']) {
      const { settings } = described.parse(parse(readFileSync(`extensions/flow-parcel-${kind}/shopify.extension.toml`, 'utf8')));
      expect(settings.fields.filter(({ key, description }) => key !== undefined && !description)).toEqual([]);
    }
  });
});

describe('firing a trigger', () => {
  it.each([
    ['refused it', new UserErrors('FireFlowTrigger', [{ field: ['body'], message: 'Invalid handle', code: null }])],
    ['may have done it without answering', new OutcomeUnknown('FireFlowTrigger', new Error('timeout'))],
  ])('is over where Shopify %s: no workflow runs twice', async (_, error) => {
    admin.run.mockRejectedValue(error);
    await expect(fireTrigger(ctx, news())).resolves.toBeUndefined();
  });

  it.each([
    ['lets us in no more', new ShopAccessLost('x')],
    ['is too busy', new AdminApiError('FireFlowTrigger', 200, [{ code: 'THROTTLED', message: 'Throttled', path: null }], null)],
  ])('is tried again where Shopify %s', async (_, error) => {
    admin.run.mockRejectedValue(error);
    await expect(fireTrigger(ctx, news())).rejects.toBe(error);
  });
});

describe('news of parcels', () => {
  it('is a job of its own for each that Flow has a trigger for', async () => {
    const all: ParcelNews[] = (['delayed', 'exception', 'delivered', 'lost', 'returning', 'recovered'] as const).map((kind) => news({ kind }));
    await passOnNews(ctx, parcelNewsJob.payload.parse({ news: all }));
    expect((await waiting()).length).toBe(4);
    expect(sent()).toEqual([]);
  });

  it('told twice waits once', async () => {
    await passOnNews(ctx, { news: [news()] });
    await passOnNews(ctx, { news: [news()] });
    expect((await waiting()).length).toBe(1);
  });

  it('is not kept for a shop that Shopify lets us into no more', async () => {
    await passOnNews({ ...ctx, shop: { ...ctx.shop, access: 'needs_reopen' } }, { news: [news()] });
    expect(await waiting()).toEqual([]);
  });

  it('that Flow has no trigger for is left alone', async () => {
    await passOnNews(ctx, { news: [news({ kind: 'recovered' })] });
    expect(await waiting()).toEqual([]);
    await fireTrigger(ctx, news({ kind: 'returning' }));
    expect(sent()).toEqual([]);
  });
});
