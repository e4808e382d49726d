import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSending, sendingView } from '../../app/modules/sending/index.server.ts';
import { recordsOf } from '../../app/modules/sending/domain/records.ts';
import { sendingDomainSetting } from '../../app/modules/sending/domain/sending-domain.ts';
import { SendingPage } from '../../app/modules/sending/ui/sending-page.tsx';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { formOf, openSendingStage, type Ctx } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
beforeAll(async () => {
  stage = await openSendingStage();
});
afterAll(() => stage.close());

const place = { appUrl: 'https://app.example.com', houseAddress: 'care@aftercare.example', hasHouseSms: false, spfHost: 'aftercare.example' };
const view = (ctx: Ctx) => ctx.tx((tx) => sendingView(tx, stage.sealer, place));
const ask = (ctx: Ctx, fields: Record<string, string>, txt: (name: string) => Promise<string[]> = async () => []) =>
  changeSending(ctx, formOf(fields), { sealer: stage.sealer, dns: { txt }, spfHost: place.spfHost, by: 'Ada' });
const shown = async (ctx: Ctx, locale: 'en' | 'zh-CN' = 'en') => textOf(render({ locale, children: <SendingPage {...await view(ctx)} /> }));

describe('the page of email sending', () => {
  it('says where mail leaves from while nothing is set', async () => {
    expect(await shown(await stage.newShop())).toContain('care@aftercare.example');
  });

  it('shows the three records of a domain and how each stands, from the first check to the last', async () => {
    const ctx = await stage.newShop();
    expect(await ask(ctx, { intent: 'save-domain', address: 'care@nordlicht.example' })).toEqual({ saved: true });
    expect(await shown(ctx)).toContain('Waiting for DNS');
    expect(await ask(ctx, { intent: 'check-domain' })).toEqual({ checked: true });
    expect((await view(ctx)).domain?.records.map(({ state }) => state)).toEqual(['missing', 'missing', 'missing']);
    const domain = (await ctx.tx((tx) => readSetting(tx, sendingDomainSetting))).value.domain;
    const records = domain ? recordsOf(domain, place.spfHost) : [];
    await ask(ctx, { intent: 'check-domain' }, async (name) => records.filter((record) => record.name === name).map(({ value }) => value));
    expect(await shown(ctx)).toContain('In use');
    expect(await ask(ctx, { intent: 'check-domain' }, () => Promise.reject(new Error('timeout')))).toEqual({ checked: false });
    expect((await view(ctx)).domain?.inUse).toBe(true);
    expect(await ask(ctx, { intent: 'remove-domain' })).toEqual({ removed: true });
    expect((await view(ctx)).domain).toBeNull();
  });

  it('shows of a connected account the end of its key, where its news goes, and that news cannot be verified yet', async () => {
    const ctx = await stage.newShop();
    expect(await ask(ctx, { intent: 'save-account', provider: 'sendgrid', from: 'care@nordlicht.example', key: 'SG.secret-key-1234' })).toEqual({ saved: true });
    const { account } = await view(ctx);
    expect(account).toMatchObject({ keyEnd: '1234', hearsNews: false });
    expect(JSON.stringify(account)).not.toContain('secret-key');
    const text = await shown(ctx);
    expect(text).toContain('key ending in 1234');
    expect(text).toContain('not heard yet');
    expect(await ask(ctx, { intent: 'remove-account' })).toEqual({ removed: true });
    expect((await view(ctx)).account).toBeNull();
  });

  it('gives Postmark an address with the password that its news must show', async () => {
    const ctx = await stage.newShop();
    const { account, address } = await stage.connect(ctx, 'postmark');
    expect((await view(ctx)).account?.newsAddress).toBe(address.replace('https://', `https://aftercare:${account.webhookSecret}@`));
  });

  it('shows of an SMS account its number and name, and that answers cannot be verified yet', async () => {
    const ctx = await stage.newShop();
    expect(await shown(ctx)).toContain('No text messages can be sent yet');
    expect(await ask(ctx, { intent: 'save-phone', provider: 'vonage', account: 'abcd', key: 'secret-key-1234', number: '+1 202 555 0143', senderName: 'Nordlicht' })).toEqual({ saved: true });
    const { phone } = await view(ctx);
    expect(phone).toMatchObject({ keyEnd: '1234', number: '+12025550143', hearsNews: false });
    expect(JSON.stringify(phone)).not.toContain('secret-key');
    expect(await shown(ctx)).toContain('STOP cannot be heard');
    expect(await ask(ctx, { intent: 'remove-phone' })).toEqual({ removed: true });
    expect((await view(ctx)).phone).toBeNull();
  });

  it('speaks Chinese throughout for a Chinese admin', async () => {
    const ctx = await stage.newShop();
    await ask(ctx, { intent: 'save-domain', address: 'care@nordlicht.example' });
    const text = await shown(ctx, 'zh-CN');
    for (const word of ['您自己的地址', '等待 DNS 生效', '连接服务商']) expect(text).toContain(word);
  });

  it('refuses what it does not know', async () => {
    await expect(ask(await stage.newShop(), { intent: 'other' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('services that make messages of what they are told', () => {
  it('are offered, and shown with the end of their keys once they are connected', async () => {
    const ctx = await stage.newShop();
    const before = await shown(ctx);
    expect(before).toContain('Connect a number');
    expect(before).toContain('Connect Klaviyo');
    expect(await ask(ctx, { intent: 'save-whatsapp', phoneNumberId: '1000000000000002', accessToken: 'EAAG-token-5678', appSecret: 'app-secret' })).toEqual({ saved: true });
    const after = await shown(ctx);
    expect(after).toContain('token ending in 5678');
    expect(after).not.toContain('EAAG-token');
    expect(after).not.toContain('app-secret');
    expect(await ask(ctx, { intent: 'remove-whatsapp' })).toEqual({ removed: true });
  });
});
