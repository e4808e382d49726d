import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainReceipts } from '../../app/platform/webhooks/drain-receipts.server.ts';
import { deliverMessage, queueMessage, type Transports } from '../../app/modules/outbox/index.server.ts';
import { createProviderDoor, findWhatsApp, sendingView, shopWays, whatsAppTopics } from '../../app/modules/sending/index.server.ts';
import { saveWhatsApp } from '../../app/modules/sending/index.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import type { TemplateEvent } from '../../sandbox/channels/index.ts';
import { openChannels } from './channels-stage.ts';
import { formOf, openSendingStage, type Ctx } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
let channels: Awaited<ReturnType<typeof openChannels>>;
let door: ReturnType<typeof createProviderDoor>;
beforeAll(async () => {
  stage = await openSendingStage();
  channels = await openChannels();
  door = createProviderDoor(stage.needs, 'whatsapp', findWhatsApp);
});
afterAll(async () => {
  channels.close();
  await stage.close();
});

const to = '+4915123456789';
const appUrl = 'https://app.example.com';
const place = { appUrl, houseAddress: 'care@aftercare.example', hasHouseSms: false, spfHost: 'aftercare.example' };
const house = { mailer: { send: () => Promise.reject(new Error('This is no mail.')), close: () => undefined }, sms: null };

async function connect() {
  const ctx = await stage.newShop();
  const id = String(1_000_000_000_000_000 + randomInt(1_000_000_000));
  const number = channels.meta.number(id, { token: `EAAG-${id}`, appSecret: `secret-${id}`, templates: { 'order_shipped/de': 2 } });
  expect(await saveWhatsApp(ctx, stage.sealer, formOf({ phoneNumberId: id, accessToken: number.token, appSecret: number.appSecret }), 'Ada')).toEqual({ saved: true });
  const view = (await ctx.tx((tx) => sendingView(tx, stage.sealer, place))).whatsApp;
  if (!view) throw new Error('There is no number.');
  const transports: Transports = { metrics: createMetrics(), ...(await shopWays(ctx, { ...house, sealer: stage.sealer, appUrl })) };
  const send = async (payload: { template: string; language: string; values: string[] }) => {
    const { id: messageId } = await ctx.tx((tx) => queueMessage(tx, { channel: 'whatsapp', kind: 'notices.shipped', reason: 'A parcel left.', dedupeKey: crypto.randomUUID(), locale: 'de', to, text: 'Words', payload }));
    await deliverMessage(ctx, transports, { id: messageId });
    return { id: messageId, row: () => ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: BigInt(messageId) } })) };
  };
  const post = ({ body, headers }: { body: string; headers: Record<string, string> }, address = view.newsAddress) => door(new Request(address, { method: 'POST', body, headers }), 'meta').then(({ status }) => status);
  return { ctx, number, view, send, post };
}

const shipped = { template: 'order_shipped', language: 'de', values: ['#1001', 'Freitag'] };
const stoppedAt = async (ctx: Ctx) => (await ctx.tx((tx) => tx.suppressions.findMany({ where: { channel: 'whatsapp', lifted_at: null } }))).map(({ cause }) => cause);

describe('a template message', () => {
  it('leaves with its values, each one line, and our id; its secrets are shown to nobody', async () => {
    const { ctx, number, view, send } = await connect();
    const { id, row } = await send({ ...shipped, values: ['#1001\n', 'Freitag,\t27. November'] });
    expect(number.messages).toEqual([{ id: expect.stringMatching(/^wamid\./), to, template: 'order_shipped', language: 'de', values: ['#1001', 'Freitag, 27. November'], callbackData: `${ctx.shop.id}.${id}` }]);
    expect(await row()).toMatchObject({ state: 'sent', provider: 'whatsapp', provider_id: number.messages[0]?.id });
    expect(JSON.stringify(view)).not.toContain(number.appSecret);
    expect(JSON.stringify(view)).not.toContain(number.token);
  });

  it.each([[190, 'queued'], [130429, 'queued'], [132001, 'queued'], [132015, 'queued'], [131026, 'failed'], [132000, 'failed'], [100, 'failed'], [131000, 'unknown']])('that Meta refuses with %i is %s', async (code, state) => {
    const { number, send } = await connect();
    number.refuseWith = code;
    const { row } = await send(shipped);
    expect(await row()).toMatchObject({ state, outcome: expect.stringContaining('WhatsApp answered') });
    expect(number.messages).toEqual([]);
  });
});

describe('what Meta tells', () => {
  it('is of the very message: delivered, or nobody there, who is not written to again', async () => {
    const { ctx, number, send, post } = await connect();
    const { row } = await send(shipped);
    const tell = async (event: TemplateEvent) => {
      const [message] = number.messages;
      if (message) expect(await post(channels.meta.statusNews(number, message, event))).toBe(200);
      await drainReceipts(ctx, [whatsAppTopics]);
      return row();
    };
    expect((await tell('sent')).delivered_at).toBeNull();
    expect((await tell('read')).delivered_at).not.toBeNull();
    expect(await stoppedAt(ctx)).toEqual([]);
    expect((await tell('nobody')).bounced_at).not.toBeNull();
    expect(await stoppedAt(ctx)).toEqual(['bounced']);
  });

  it('of a message that it gave up is seen on it in its words, and the number is written to again', async () => {
    const { ctx, number, send, post } = await connect();
    const { row } = await send(shipped);
    const [message] = number.messages;
    if (message) await post(channels.meta.statusNews(number, message, 'limited'));
    await drainReceipts(ctx, [whatsAppTopics]);
    expect(await row()).toMatchObject({ state: 'failed', bounced_at: null, outcome: expect.stringContaining('healthy ecosystem engagement. (131049)') });
    expect(await stoppedAt(ctx)).toEqual([]);
  });

  it('settles a message whose acknowledgement was lost, as it gives our own id back', async () => {
    const { ctx, number, send, post } = await connect();
    const { id, row } = await send(shipped);
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state: 'unknown', provider: null, provider_id: null } }));
    const [message] = number.messages;
    if (message) await post(channels.meta.statusNews(number, message, 'delivered'));
    await drainReceipts(ctx, [whatsAppTopics]);
    expect(await row()).toMatchObject({ state: 'sent', provider_id: message?.id, delivered_at: expect.any(Date) });
  });

  it('of STOP and START is heeded', async () => {
    const { ctx, number, post } = await connect();
    const says = async (text: string) => {
      expect(await post(channels.meta.messageNews(number, to, text))).toBe(200);
      await drainReceipts(ctx, [whatsAppTopics]);
      return stoppedAt(ctx);
    };
    expect(await says('When does it arrive?')).toEqual([]);
    expect(await says('Stop')).toEqual(['stopped']);
    expect(await says('START')).toEqual([]);
  });

  it('of another number of the same app is none of ours', async () => {
    const { ctx, number, post } = await connect();
    await post(channels.meta.messageNews({ ...number, id: '999999' }, to, 'Stop'));
    await drainReceipts(ctx, [whatsAppTopics]);
    expect(await stoppedAt(ctx)).toEqual([]);
  });

  it('is believed with its signature alone', async () => {
    const { number, view, post } = await connect();
    const news = channels.meta.messageNews(number, to, 'Stop');
    expect(await post({ ...news, body: news.body.replace('Stop', 'Go on') })).toBe(401);
    expect(await post(channels.meta.messageNews({ ...number, appSecret: 'other' }, to, 'Stop'))).toBe(401);
    expect(await post({ body: news.body, headers: {} })).toBe(401);
    expect(await post(news, `${view.newsAddress}x`)).toBe(404);
  });
});

describe('Meta’s first call', () => {
  const greet = (address: string, word: string) => door(new Request(`${address}&hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1158201444`), 'meta');

  it('gets its challenge back where it shows the word that we made', async () => {
    const { view } = await connect();
    const answer = await greet(view.newsAddress, view.greeting);
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect((await greet(view.newsAddress, 'another')).status).toBe(403);
    expect((await greet(`${view.newsAddress}x`, view.greeting)).status).toBe(404);
  });
});

it.each([
  [{ phoneNumberId: '+49 151' }, { phoneNumberId: 'phoneNumberId' }],
  [{ accessToken: '' }, { accessToken: 'required' }],
  [{ appSecret: '' }, { appSecret: 'required' }],
])('a number is not kept with %j', async (change, fields) => {
  const filled = { phoneNumberId: '1000000000000009', accessToken: 'EAAG', appSecret: 'secret' };
  expect(await saveWhatsApp(await stage.newShop(), stage.sealer, formOf({ ...filled, ...change }), 'Ada')).toEqual({ errors: { fields, form: null } });
});
