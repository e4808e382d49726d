import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOnStage, until, type Stage } from '#tests/harness/app-on-stage.ts';

let stage: Stage;
afterAll(() => stage.stop(), 30_000);
beforeAll(async () => void (stage = await appOnStage()), 90_000);

describe('news of a parcel, on its way to Shopify', () => {
  it('reaches Flow with the scopes the app has, once, and stays in its shop', async () => {
    const [parcel] = await stage.rows<{ id: string; order: string; number: string }>(stage.a, `select id::text, order_id as order, number from shipments where number <> '' order by id limit 1`);
    const news = { kind: 'delivered', orderId: parcel?.order, shipmentId: parcel?.id, troubleId: null, happenedAt: '2026-11-21T09:00:00.000Z', cause: null };
    await stage.rows(stage.a, `select app.add_job('parcels.news', $1::json, null, null::timestamptz, 3, null, null)::text`, [JSON.stringify({ news: [news] })]);
    const received = () => stage.sandbox.flow.received(stage.a.domain).filter(({ payload }) => JSON.stringify(payload).includes(news.happenedAt));
    await until('Flow has heard', async () => received().length > 0);
    await until('nothing waits', () => stage.isIdle(stage.a));
    expect(received()).toMatchObject([{ handle: 'parcel-delivered', payload: { order_id: parcel?.order, 'Tracking number': parcel?.number } }]);
    expect(stage.sandbox.flow.received(stage.b.domain)).toEqual([]);
    expect(await (await fetch(`${stage.sandbox.urls.base}/flow`)).text()).toContain('parcel-delivered');
    expect(await (await fetch(`${stage.sandbox.urls.base}/control/flow/${stage.a.domain}`)).json()).toHaveLength(stage.sandbox.flow.received(stage.a.domain).length);
  });
});
