import express from 'express';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainReceipts } from '../../app/platform/webhooks/drain-receipts.server.ts';
import { queueMessage } from '../../app/modules/outbox/index.server.ts';
import { addressMark } from '../../app/modules/outbox/person-of.ts';
import { createProviderDoor, findSmsAccount, saveSmsAccount, shopWays, smsTopics } from '../../app/modules/sending/index.server.ts';
import { senderFor } from '../../app/modules/sending/sms/sender-for.ts';
import { smsAccountSetting } from '../../app/modules/sending/sms/sms-account.ts';
import { wishIn } from '../../app/modules/sending/sms/sms-news.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { sandboxAddress } from '../../sandbox/network-redirect.ts';
import { createSmsProviders, smsStandIns, type SmsEvent, type SmsProvider } from '../../sandbox/sms-providers/index.ts';
import { serveLocally, type LocalServer } from '../harness/serve-locally.ts';
import { formOf, openSendingStage, type Ctx } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
let server: LocalServer;
let restore: () => void;
let door: ReturnType<typeof createProviderDoor>;
const providers = createSmsProviders({ outbox: null, now: () => new Date() });
const appUrl = 'https://app.example.com';
beforeAll(async () => {
  stage = await openSendingStage();
  server = await serveLocally(express().use(providers.router));
  const before = globalThis.fetch;
  globalThis.fetch = (input, init) => (String(input).startsWith(appUrl) ? Promise.resolve(new Response()) : before(/twilio|nexmo/.test(String(input)) ? (sandboxAddress(String(input), server.base) ?? input) : input, init));
  restore = () => void (globalThis.fetch = before);
  door = createProviderDoor(stage.needs, 'sms', findSmsAccount(appUrl));
});
afterAll(async () => {
  restore();
  await server.close();
  await stage.close();
});

const to = '+4915123456789';
const house = { mailer: { send: () => Promise.reject(new Error('This is no mail.')), close: () => undefined }, sms: null };

async function connect(provider: SmsProvider) {
  const ctx = await stage.newShop();
  const id = `AC${randomBytes(4).toString('hex')}`;
  const account = providers.account(provider, id, { secret: `${id}token`, signatureSecret: `${id}signs` });
  const form = { provider, account: id, key: account.secret, webhookSecret: account.signatureSecret, number: '+1 202 555 0143', senderName: 'Nordlicht' };
  expect(await saveSmsAccount(ctx, stage.sealer, formOf(form), 'Ada')).toEqual({ saved: true });
  const { sms } = await shopWays(ctx, { ...house, sealer: stage.sealer, appUrl });
  if (!sms) throw new Error('There is no way out for SMS.');
  const token = (await ctx.tx((tx) => readSetting(tx, smsAccountSetting))).value.account?.token ?? '';
  const address = `${appUrl}/inbound/sms/${provider}?token=${token}`;
  const post = (fields: Record<string, string>, signer = account) => {
    const { body, headers } = smsStandIns[provider].push(signer, address, fields);
    // As it comes through a proxy: by another name than the provider called.
    return door(new Request(address.replace(appUrl, 'http://10.0.0.7:3000'), { method: 'POST', body, headers }), provider).then(({ status }) => status);
  };
  return { ctx, account, sms, address, post };
}

/** An SMS in the outbox as it is after it left. */
async function sentMessage(ctx: Ctx, provider: SmsProvider, providerId: string): Promise<bigint> {
  const { id } = await ctx.tx((tx) => queueMessage(tx, { channel: 'sms', kind: 'test', reason: 'A test.', dedupeKey: providerId, locale: 'en', to, text: 'Words' }));
  await ctx.tx((tx) => tx.outbox.update({ where: { shop_id_id: { shop_id: ctx.shop.id, id: BigInt(id) } }, data: { state: 'sent', provider, provider_id: providerId } }));
  return BigInt(id);
}
const standingOf = async (ctx: Ctx, address = to) => (await ctx.tx((tx) => tx.suppressions.findMany({ where: { channel: 'sms', address_mark: addressMark('sms', address), lifted_at: null } }))).map(({ cause }) => cause);

describe.each(['twilio', 'vonage'] as const)('%s', (provider) => {
  it('carries an SMS with the sender that its country allows, and names it', async () => {
    const { account, sms } = await connect(provider);
    const { providerId, provider: by } = await sms.send({ id: '1.1', to, text: 'Ihr Paket ist da – 包裹' });
    await sms.send({ id: '1.2', to: '+12025550199', text: 'Your parcel' });
    expect(account.messages.map(({ to: number, from, text }) => [number, from.replace('+', ''), text])).toEqual([[to, 'Nordlicht', 'Ihr Paket ist da – 包裹'], ['+12025550199', '12025550143', 'Your parcel']]);
    expect([by, providerId]).toEqual([provider, account.messages[0]?.id]);
    await expect(sms.send({ id: '1.3', to: '0151 234', text: 'x' })).rejects.toMatchObject({ fate: 'permanent' });
  });

  it('puts off what it refuses for the account, and gives up what it refuses for the number', async () => {
    const { account, sms } = await connect(provider);
    for (const [code, fate] of provider === 'twilio' ? ([[20003, 'temporary'], [20429, 'temporary'], [21606, 'temporary'], [21211, 'permanent'], [21610, 'permanent']] as const) : ([[1, 'temporary'], [4, 'temporary'], [9, 'temporary'], [15, 'temporary'], [5, 'unknown'], [6, 'permanent'], [7, 'permanent']] as const)) {
      account.refuseWith = code;
      await expect(sms.send({ id: '1.1', to, text: 'x' }), String(code)).rejects.toMatchObject({ fate });
    }
    expect(account.messages).toEqual([]);
  });

  it('tells what became of the very message: not delivered, delivered, or no such phone; who was only absent is written to again', async () => {
    const { ctx, account, sms, post } = await connect(provider);
    const { providerId } = await sms.send({ id: '1.1', to, text: 'Words' });
    const id = await sentMessage(ctx, provider, providerId);
    const tell = async (event: SmsEvent) => {
      const [message] = account.messages;
      if (message) expect(await post(smsStandIns[provider].news(message, event))).toBe(200);
      await drainReceipts(ctx, [smsTopics]);
      return ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id } }));
    };
    expect(await tell('absent')).toMatchObject({ state: 'failed', bounced_at: null, delivered_at: null, outcome: provider === 'twilio' ? 'Twilio: undelivered, error 30003' : 'Vonage: failed, error 2' });
    expect(await tell('delivered')).toMatchObject({ state: 'sent', delivered_at: expect.any(Date), outcome: null });
    expect(await standingOf(ctx)).toEqual([]);
    expect((await tell('dead')).bounced_at).not.toBeNull();
    expect(await standingOf(ctx)).toEqual(['bounced']);
  });

  it('hears STOP and START from the person\'s own number', async () => {
    const { ctx, post } = await connect(provider);
    const says = async (text: string) => {
      expect(await post(smsStandIns[provider].answer(to, '+12025550143', text))).toBe(200);
      await drainReceipts(ctx, [smsTopics]);
      return standingOf(ctx);
    };
    expect(await says('Thanks! When does it stop raining?')).toEqual([]);
    expect(await says(' Stop. ')).toEqual(['stopped']);
    expect(await standingOf(ctx, '+4915123456780')).toEqual([]);
    expect(await says('START')).toEqual([]);
  });

  it('answers HELP with the shop\'s name and address where the provider does not, once', async () => {
    const { ctx, post } = await connect(provider);
    const asked = smsStandIns[provider].answer(to, '+12025550143', 'HELP');
    for (let time = 0; time < 2; time += 1) await post(asked);
    await drainReceipts(ctx, [smsTopics]);
    const answers = await ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'sending.help' } }));
    expect(answers.map(({ recipient, text_body }) => [recipient, text_body.includes('Nordlicht & Co') && text_body.includes('STOP')])).toEqual(provider === 'twilio' ? [] : [[to, true]]);
  });

  it('is not believed without its own signature', async () => {
    const { ctx, account, address, post } = await connect(provider);
    const stop = smsStandIns[provider].answer(to, '+12025550143', 'STOP');
    expect(await post(stop, { ...account, secret: 'other', signatureSecret: 'other' })).toBe(401);
    expect((await door(new Request(address, { method: 'POST', body: new URLSearchParams(stop) }), provider)).status).toBe(401);
    expect((await door(new Request(`${address}x`, { method: 'POST', body: '' }), provider)).status).toBe(404);
    await drainReceipts(ctx, [smsTopics]);
    expect(await standingOf(ctx)).toEqual([]);
  });
});

it('what Vonage tells of a message whose acknowledgement was lost settles it, as it gives our own id back', async () => {
  const { ctx, account, sms, post } = await connect('vonage');
  const id = await sentMessage(ctx, 'vonage', 'lost');
  await ctx.tx((tx) => tx.outbox.update({ where: { shop_id_id: { shop_id: ctx.shop.id, id } }, data: { state: 'unknown', provider: null, provider_id: null } }));
  await sms.send({ id: `${ctx.shop.id}.${id}`, to, text: 'Words' });
  const [message] = account.messages;
  if (message) await post(smsStandIns.vonage.news(message, 'delivered'));
  await drainReceipts(ctx, [smsTopics]);
  expect(await ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id } }))).toMatchObject({ state: 'sent', provider_id: message?.id, delivered_at: expect.any(Date) });
});

it.each([
  ['STOP', 'stop'], ['stop!', 'stop'], ['Stop all', 'stop'], ['ARRÊT', 'stop'], ['退订', 'stop'], ['Hilfe', 'help'], ['start', 'start'],
  ['please stop', null], ['Stopped at my door?', null], ['', null],
] as const)('the answer %j is the wish %j', (text, wish) => expect(wishIn(text)).toBe(wish));

it.each([['+4915123456789', 'Nordlicht'], ['+12025550199', '+12025550143'], ['+8613912345678', '+12025550143'], ['+919812345678', '+12025550143'], ['+6581234567', 'NORDLICHT'], ['+33612345678', '38012']] as const)('%s sees the sender %s', (number, sender) =>
  expect(senderFor(number, { number: '+12025550143', senderName: 'Nordlicht', senders: [{ country: 'SG', sender: 'NORDLICHT' }, { country: 'FR', sender: '38012' }] })).toBe(sender));

it.each([
  [{ number: '12345' }, { number: 'number' }],
  [{ senderName: 'A name that is too long' }, { senderName: 'senderName' }],
  [{ senderName: '12345' }, { senderName: 'senderName' }],
  [{ senders: 'SG NORDLICHT\nXX Nobody' }, { senders: 'senders' }],
  [{ senders: 'SG' }, { senders: 'senders' }],
  [{ account: '' }, { account: 'required' }],
  [{ account: 'AC/../x' }, { account: 'account' }],
  [{ key: '' }, { key: 'required' }],
])('a form with %j is refused at that field', async (changes, fields) => {
  const filled = { provider: 'twilio', account: 'AC1', key: 'k', number: '+12025550143', senderName: '' };
  expect(await saveSmsAccount(await stage.newShop(), stage.sealer, formOf({ ...filled, ...changes }), null)).toEqual({ errors: { fields, form: null } });
});
