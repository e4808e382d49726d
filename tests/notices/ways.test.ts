import { describe, expect, it } from 'vitest';
import { smsAccountSetting } from '#app/modules/sending/sms/sms-account.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { waysOf } from '../../app/modules/notices/ways/ways-of.server.ts';
import { waysSetting } from '../../app/modules/notices/ways/ways-setting.ts';
import type { WayName } from '../../app/modules/notices/ways/way.ts';
import { customer } from '../orders/snapshots.ts';
import { berlinOrder, openNoticesStage } from './stage.ts';

const stage = await openNoticesStage();
const german = '+4915123456789';
const american = '+12025550199';

interface Case {
  ways?: WayName[];
  phone?: string | null;
  email?: string | null;
  sms?: 'subscribed' | 'unsubscribed' | 'none';
  mail?: 'subscribed' | 'unsubscribed' | 'none';
  senders?: { country: string; sender: string }[];
}

async function shopWith({ ways, phone = german, email = 'ada@example.com', sms = 'none', mail = 'none', senders }: Case) {
  const { ctx, hear } = await stage.newShop();
  const person = customer('7', { extras: { sms_consent: sms, email_consent: mail } });
  const wish = berlinOrder({ phone, email, customer_id: '7' });
  await hear(1, { ...wish, customer: person });
  if (ways) await changeSetting(ctx, waysSetting, { value: { kinds: { shipped: ways } }, version: 0, by: null });
  const account = { provider: 'twilio' as const, account: 'AC1', sealedKey: '', keyEnd: '', sealedWebhookSecret: null, number: '+12025550143', senderName: '', senders: senders ?? [], token: 't' };
  if (senders) await changeSetting(ctx, smsAccountSetting, { value: { account }, version: 0, by: null });
  return (category?: 'service' | 'review' | 'announcement') => ctx.tx((tx) => waysOf(tx, { id: '1', email, customerId: '7' }, 'shipped', category));
}

describe('a notice about somebody’s own order', () => {
  it('goes by mail where nobody chose otherwise', async () => {
    expect(await (await shopWith({}))()).toEqual({ open: [{ channel: 'email', to: 'ada@example.com' }], closed: [] });
    expect(await (await shopWith({ email: null }))()).toEqual({ open: [], closed: [{ channel: 'email', because: 'no_address' }] });
  });

  it('goes every way that was chosen, to the number of the order as the world writes it', async () => {
    const ways = await shopWith({ ways: ['email', 'sms'], phone: '0151 23456789' });
    expect(await ways()).toEqual({ open: [{ channel: 'email', to: 'ada@example.com' }, { channel: 'sms', to: german }], closed: [] });
  });

  it('goes by mail, with the reason, where the way that was chosen is closed', async () => {
    const mail = [{ channel: 'email', to: 'ada@example.com' }];
    expect(await (await shopWith({ ways: ['sms'], phone: null }))()).toEqual({ open: mail, closed: [{ channel: 'sms', because: 'no_address' }] });
    expect(await (await shopWith({ ways: ['sms'], phone: '+49 30 123456' }))()).toEqual({ open: mail, closed: [{ channel: 'sms', because: 'no_address' }] });
  });

  it.each([
    [american, 'none', 'no_consent'],
    [american, 'unsubscribed', 'no_consent'],
    [american, 'subscribed', null],
    [german, 'unsubscribed', null],
    ['+919812345678', 'subscribed', 'no_sender'],
  ] as const)('to %s, whose consent is %s, is held as the country wants it: %s', async (phone, sms, because) => {
    const { open, closed } = await (await shopWith({ ways: ['sms'], phone, sms }))();
    expect(because === null ? open : closed).toEqual(because === null ? [{ channel: 'sms', to: phone }] : [{ channel: 'sms', because }]);
  });

  it('reaches a country that asks for a registered sender once the shop has one there', async () => {
    const ways = await shopWith({ ways: ['sms'], phone: '+919812345678', senders: [{ country: 'IN', sender: 'NORDLI' }] });
    expect((await ways()).open).toEqual([{ channel: 'sms', to: '+919812345678' }]);
  });
});

describe('what is not about somebody’s own order', () => {
  it.each([
    ['announcement', { mail: 'none' }, []],
    ['announcement', { mail: 'subscribed' }, ['email']],
    ['review', { mail: 'none' }, ['email']],
    ['review', { mail: 'unsubscribed' }, []],
    ['announcement', { ways: ['sms'], sms: 'none', mail: 'none' }, []],
    ['announcement', { ways: ['sms'], sms: 'none', mail: 'subscribed' }, ['email']],
    ['announcement', { ways: ['sms'], sms: 'subscribed', mail: 'none' }, ['sms']],
  ] as const)('%s, with %j, goes by %j', async (category, { ways, ...consent }: { ways?: readonly WayName[]; sms?: Case['sms']; mail?: Case['mail'] }, expected) => {
    const told = await (await shopWith({ ...consent, ...(ways ? { ways: [...ways] } : {}) }))(category);
    expect(told.open.map(({ channel }) => channel)).toEqual(expected);
  });
});
