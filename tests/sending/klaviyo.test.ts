import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverMessage, queueMessage, type Transports } from '../../app/modules/outbox/index.server.ts';
import { changeSending, saveKlaviyo, sendingView, shopWays } from '../../app/modules/sending/index.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { openChannels } from './channels-stage.ts';
import { formOf, openSendingStage, type Ctx } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
let channels: Awaited<ReturnType<typeof openChannels>>;
beforeAll(async () => {
  stage = await openSendingStage();
  channels = await openChannels();
});
beforeEach(() => {
  channels.klaviyo.switches.refuseWith = null;
});
afterAll(async () => {
  channels.close();
  await stage.close();
});

const house = { mailer: { send: () => Promise.reject(new Error('This is no mail.')), close: () => undefined }, sms: null, appUrl: 'https://app.example.com' };
const place = { appUrl: house.appUrl, houseAddress: 'care@aftercare.example', hasHouseSms: false, spfHost: 'aftercare.example' };
const payload = { metric: 'Aftercare: shipped', time: '2026-11-24T10:00:00.000Z', properties: { order_name: '#1001', items: ['Wool socks'] } };

async function send(ctx: Ctx) {
  const transports: Transports = { metrics: createMetrics(), ...(await shopWays(ctx, { ...house, sealer: stage.sealer })) };
  const { id } = await ctx.tx((tx) => queueMessage(tx, { channel: 'klaviyo', kind: 'notices.shipped', reason: 'A parcel left.', dedupeKey: crypto.randomUUID(), locale: 'en', to: 'ada@example.com', text: 'Words', payload }));
  const deliver = (later = 0) => deliverMessage({ ...ctx, clock: { now: () => new Date(Date.now() + later) } }, transports, { id });
  await deliver();
  return { id, deliver, row: () => ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: BigInt(id) } })) };
}

describe('an event', () => {
  it('reaches Klaviyo with its person and properties, and once however often it is told', async () => {
    const ctx = await stage.newShop();
    expect(await saveKlaviyo(ctx, stage.sealer, formOf({ key: 'pk_demo' }), 'Ada')).toEqual({ saved: true });
    const before = globalThis.fetch;
    // The line breaks after Klaviyo took it.
    globalThis.fetch = async (input, init) => {
      await before(input, init);
      throw new TypeError('fetch failed');
    };
    const { id, deliver, row } = await send(ctx).finally(() => (globalThis.fetch = before));
    expect(await row()).toMatchObject({ state: 'queued' });
    await deliver(5 * 60_000);
    expect(await row()).toMatchObject({ state: 'sent', provider: 'klaviyo' });
    const uniqueId = `${ctx.shop.id}.${id}`;
    expect(channels.klaviyo.events.filter((event) => event.uniqueId === uniqueId)).toEqual([{ uniqueId, email: 'ada@example.com', ...payload }]);
  });

  it.each([[401, 'queued'], [429, 'queued'], [503, 'queued'], [500, 'queued'], [400, 'failed']])('that Klaviyo refuses with %i is %s', async (code, state) => {
    const ctx = await stage.newShop();
    await saveKlaviyo(ctx, stage.sealer, formOf({ key: 'pk_demo' }), 'Ada');
    channels.klaviyo.switches.refuseWith = code;
    expect(await (await send(ctx)).row()).toMatchObject({ state });
  });
});

describe('a key', () => {
  it('is kept where it lets us in, and shown to nobody', async () => {
    const ctx = await stage.newShop();
    expect(await saveKlaviyo(ctx, stage.sealer, formOf({ key: 'pk_wrong' }), 'Ada')).toEqual({ errors: { fields: { key: 'keyRefused' }, form: null } });
    channels.klaviyo.switches.refuseWith = 503;
    expect(await saveKlaviyo(ctx, stage.sealer, formOf({ key: 'pk_demo' }), 'Ada')).toEqual({ errors: { fields: {}, form: 'silent' } });
    channels.klaviyo.switches.refuseWith = null;
    await saveKlaviyo(ctx, stage.sealer, formOf({ key: 'pk_demo' }), 'Ada');
    expect((await ctx.tx((tx) => sendingView(tx, stage.sealer, place))).klaviyo).toBe('demo');
    expect(await changeSending(ctx, formOf({ intent: 'remove-klaviyo' }), { sealer: stage.sealer, dns: { txt: async () => [] }, spfHost: 'x', by: null })).toEqual({ removed: true });
    expect(await (await send(ctx)).row()).toMatchObject({ state: 'failed', outcome: 'What carries it is not connected any more.' });
  });
});
