import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { drainReceipts } from '../../app/platform/webhooks/drain-receipts.server.ts';
import { deliverMessage, queueMessage, recordProviderEvent } from '../../app/modules/outbox/index.server.ts';
import { forgetMailAccount, mailNews, saveMailAccount, shopWays } from '../../app/modules/sending/index.server.ts';
import { readSendgrid } from '../../app/modules/sending/mail/events/read-sendgrid.ts';
import { mailAccountSetting } from '../../app/modules/sending/mail/mail-account.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { mailStandIns, subscriptionRequest, type MailEvent, type MailProvider } from '../../sandbox/mail-providers/index.ts';
import { formOf, openSendingStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
beforeAll(async () => {
  stage = await openSendingStage();
});
afterAll(() => stage.close());

const mail = { id: '1.1', to: 'ada@example.com', subject: 'Hello', text: 'Words', html: null, headers: {}, sender: { name: 'Nordlicht', replyTo: null } };
const house = { send: () => Promise.resolve({ providerId: 'ours' }), close: () => undefined };
const mailerOf = async (ctx: Awaited<ReturnType<typeof stage.newShop>>) => (await shopWays(ctx, { mailer: house, sms: null, sealer: stage.sealer, appUrl: 'https://app.example.com' })).mailer;
const send = (provider: string, address: string, { body, headers }: { body: string; headers: Record<string, string> }, method = 'POST') =>
  stage.mailDoor(new Request(address, method === 'GET' ? { method } : { method, body, headers }), provider);

/** A shop with a connected account and a mail that left through it, and what its provider would push about it. */
async function sent(provider: MailProvider) {
  const ctx = await stage.newShop();
  const connected = await stage.connect(ctx, provider);
  const { providerId } = await (await mailerOf(ctx)).send(mail);
  const [taken] = connected.account.mails;
  if (!taken) throw new Error('Nothing was sent.');
  const push = (event: MailEvent, at = new Date()) => mailStandIns[provider].push(connected.account, taken, event, at);
  return { ctx, ...connected, providerId, push };
}

describe.each(['postmark', 'sendgrid', 'ses', 'mailgun'] as const)('%s', (provider) => {
  it('carries a shop\'s mail from when it is connected until it is disconnected; no secret is stored in the open', async () => {
    const { ctx, account, key } = await sent(provider);
    expect(account.mails).toMatchObject([{ to: 'ada@example.com' }]);
    const stored = await ctx.tx((tx) => readSetting(tx, mailAccountSetting));
    expect(JSON.stringify({ ...stored.value.account, account: '' })).not.toContain(provider === 'ses' ? `${key}-secret` : key);
    await forgetMailAccount(ctx, 'Ada');
    expect(await (await mailerOf(ctx)).send(mail)).toEqual({ providerId: 'ours' });
  });

  it('carries a letter from the mailbox it asks for, of the account’s own domain alone, and from the account’s address where that one is refused', async () => {
    const ctx = await stage.newShop();
    const { account } = await stage.connect(ctx, provider);
    const from = async (address: string) => {
      await (await mailerOf(ctx)).send({ ...mail, sender: { ...mail.sender, address } });
      return account.mails.at(-1)?.from;
    };
    expect(await from('help@nordlicht.example')).toContain('help@nordlicht.example');
    expect(await from('help@elsewhere.example')).toContain('care@nordlicht.example');
    const asBefore = globalThis.fetch;
    let refusals = 1;
    globalThis.fetch = (input, init) => {
      if (refusals > 0) account.unverified = true;
      refusals -= 1;
      return asBefore(input, init).finally(() => (account.unverified = false));
    };
    expect(await from('help@nordlicht.example').finally(() => (globalThis.fetch = asBefore))).toContain('care@nordlicht.example');
  });

  it('tells deliveries, bounces for good and complaints of the very mail; a bounce of the moment is nothing yet', async () => {
    const { ctx, address, providerId, push } = await sent(provider);
    for (const event of ['deferred', 'delivered', 'complained', 'bounced'] as const) expect((await send(provider, address, push(event))).status).toBe(200);
    const heard = await stage.heard(ctx);
    expect(heard.map(({ event }) => event)).toEqual(['delivered', 'complained', 'bounced']);
    expect(new Set(heard.map((news) => `${news.provider} ${news.providerId}`))).toEqual(new Set([`${provider} ${providerId}`]));
    expect(new Set(heard.flatMap(({ recipients }) => recipients ?? []))).toEqual(new Set(['ada@example.com']));
    expect(heard.at(-1)?.detail).toMatch(/unknown|OK|5\.1\.1/);
    expect(Math.abs((heard[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('takes what the outbox hands over, and whom it could not reach is written to no more', async () => {
    const ctx = await stage.newShop();
    const { account, address } = await stage.connect(ctx, provider);
    const write = async (dedupeKey: string) => {
      const { id } = await ctx.tx((tx) => queueMessage(tx, { channel: 'email', kind: 'notices.test', topic: dedupeKey, reason: 'A test.', dedupeKey, locale: 'en', to: 'gone@example.com', subject: 'Hello', text: 'Words', html: null }));
      const ways = await shopWays(ctx, { mailer: house, sms: null, sealer: stage.sealer, appUrl: 'https://app.example.com' });
      await deliverMessage(ctx, { ...ways, metrics: createMetrics() }, { id });
      return ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: BigInt(id) } }));
    };
    const first = await write('first');
    const [taken] = account.mails;
    expect(first).toMatchObject({ state: 'sent', provider, provider_id: taken?.id });
    if (taken) await send(provider, address, mailStandIns[provider].push(account, taken, 'bounced', new Date()));
    await drainReceipts(ctx, [mailNews(recordProviderEvent)]);
    expect((await ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: first.id } }))).bounced_at).not.toBeNull();
    expect((await write('second')).state).toBe('dropped');
    expect(account.mails).toHaveLength(1);
  });

  it('settles a mail whose acknowledgement was lost by telling what became of it', async () => {
    const ctx = await stage.newShop();
    const { account, address } = await stage.connect(ctx, provider);
    account.hangUp = 1;
    const { id } = await ctx.tx((tx) => queueMessage(tx, { channel: 'email', kind: 'notices.test', reason: 'A test.', dedupeKey: 'lost', locale: 'en', to: 'ada@example.com', subject: 'Hello', text: 'Words', html: null }));
    const ways = await shopWays(ctx, { mailer: house, sms: null, sealer: stage.sealer, appUrl: 'https://app.example.com' });
    await deliverMessage(ctx, { ...ways, metrics: createMetrics() }, { id });
    const fate = () => ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: BigInt(id) } }));
    expect(await fate()).toMatchObject({ state: 'unknown', provider_id: null });
    const [taken] = account.mails;
    if (taken) await send(provider, address, mailStandIns[provider].push(account, taken, 'delivered', new Date()));
    await drainReceipts(ctx, [mailNews(recordProviderEvent)]);
    expect(await fate()).toMatchObject({ state: 'sent', provider, provider_id: expect.any(String), delivered_at: expect.any(Date) });
  });

  it('is heard once, however often it tells the same', async () => {
    const { ctx, address, push } = await sent(provider);
    const told = push('delivered');
    for (let time = 0; time < 3; time += 1) expect((await send(provider, address, told)).status).toBe(200);
    expect(await stage.heard(ctx)).toHaveLength(1);
  });

  it('is not believed without its signature, with another account\'s, or at another shop\'s address', async () => {
    const { ctx, address, push } = await sent(provider);
    const other = await sent(provider);
    const told = push('bounced');
    const forged = provider === 'mailgun' ? { ...told, body: told.body.replace(/"signature":"./, '"signature":"!') } : provider === 'ses' ? { ...told, body: told.body.replace('Permanent', 'Transient') } : { ...told, headers: {} };
    expect((await send(provider, address, forged)).status).toBe(401);
    expect((await send(provider, other.address, told)).status).toBe(401);
    expect((await send(provider, address.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), told)).status).toBe(404);
    expect((await send(provider, address, told, 'GET')).status).toBe(405);
    expect((await send(provider === 'ses' ? 'mailgun' : 'ses', address, told)).status).toBe(404);
    expect(await stage.heard(ctx)).toEqual([]);
  });
});

it('a signed body that says nothing we know is kept and changes nothing', async () => {
  const { ctx, address, account } = await sent('postmark');
  const headers = { authorization: `Basic ${Buffer.from(`aftercare:${account.webhookSecret}`).toString('base64')}` };
  for (const body of ['[]', '{}', '{"RecordType":"Delivery","MessageID":"x","DeliveredAt":"never"}']) expect((await send('postmark', address, { body, headers })).status).toBe(200);
  expect((await send('postmark', address, { body: 'no json', headers })).status).toBe(401);
  expect(await stage.heard(ctx)).toEqual([]);
});

it('Amazon\'s question whether we want its news is answered once it is signed for the merchant\'s own topic', async () => {
  const { address, account } = await sent('ses');
  expect((await send('ses', address, subscriptionRequest(account, new Date()))).status).toBe(200);
  const other = await sent('ses');
  expect((await send('ses', address, subscriptionRequest(other.account, new Date()))).status).toBe(401);
});

describe('a form', () => {
  const filled = { provider: 'mailgun', from: 'care@nordlicht.example', key: 'k', account: 'mg.nordlicht.example', region: 'eu', webhookSecret: 's' };
  it.each([
    [{ key: '' }, { key: 'required' }],
    [{ from: 'nobody' }, { from: 'email' }],
    [{ account: '' }, { account: 'required' }],
    [{ account: 'evil.example/v3/other' }, { account: 'account' }],
    [{ region: 'eu-central-1' }, { region: 'region' }],
    [{ key: 'with space' }, { key: 'keySigns' }],
    [{ provider: 'other' }, { provider: 'provider' }],
  ])('with %j is refused at that field', async (changes, fields) => {
    const ctx = await stage.newShop();
    expect(await saveMailAccount(ctx, stage.sealer, formOf({ ...filled, ...changes }), null)).toEqual({ errors: { fields, form: null } });
  });

  it('saved again without the key keeps the key and the address of the news', async () => {
    const { ctx, address, account } = await sent('mailgun');
    await saveMailAccount(ctx, stage.sealer, formOf({ ...filled, from: 'other@nordlicht.example', key: '', webhookSecret: '' }), null);
    await (await mailerOf(ctx)).send(mail);
    expect(account.mails.map(({ from }) => from)).toEqual(['"Nordlicht" <care@nordlicht.example>', '"Nordlicht" <other@nordlicht.example>']);
    const stored = (await ctx.tx((tx) => readSetting(tx, mailAccountSetting))).value.account;
    expect(address).toContain(stored?.token ?? 'none');
  });
});

it.each([
  [{ event: 'bounce', type: 'blocked', reason: '550 blocked by policy' }, 'undelivered'],
  [{ event: 'bounce', type: 'bounce', reason: '550 no such user' }, 'bounced'],
  [{ event: 'dropped', reason: 'Spam Content' }, 'undelivered'],
  [{ event: 'dropped', reason: 'Bounced Address' }, 'bounced'],
])('of SendGrid’s %j the address is judged: %s', (told, event) => {
  expect(readSendgrid([{ ...told, timestamp: 1_795_348_800, sg_message_id: 'abc.recvd-1' }])).toMatchObject([{ event, detail: told.reason, providerId: 'abc' }]);
});
