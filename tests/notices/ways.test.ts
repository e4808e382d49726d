import { describe, expect, it } from 'vitest';
import { smsAccountSetting } from '#app/modules/sending/sms/sms-account.ts';
import { klaviyoSetting } from '#app/modules/sending/klaviyo/klaviyo-account.ts';
import { whatsAppSetting } from '#app/modules/sending/whatsapp/whatsapp-account.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { waysOf } from '../../app/modules/notices/ways/ways-of.server.ts';
import { waysSetting } from '../../app/modules/notices/ways/ways-setting.ts';
import { templatesSetting, type TemplatesSetting } from '../../app/modules/notices/ways/whatsapp-templates.ts';
import type { WayName } from '../../app/modules/notices/ways/way.ts';
import { customer } from '../orders/snapshots.ts';
import { berlinOrder, openNoticesStage } from './stage.ts';

const stage = await openNoticesStage();
const german = '+4915123456789';
const american = '+12025550199';

interface Case {
  ways?: WayName[];
  phone?: string | null;
  /** The customer's own at Shopify. */
  own?: string | null;
  email?: string | null;
  sms?: 'subscribed' | 'unsubscribed' | 'none';
  mail?: 'subscribed' | 'unsubscribed' | 'none';
  whatsapp?: 'subscribed' | 'none';
  senders?: { country: string; sender: string }[];
  /** A number at WhatsApp. */
  number?: boolean;
  klaviyo?: boolean;
  hasHouseSms?: boolean;
  templates?: TemplatesSetting;
}

async function shopWith({ ways, phone = german, own = phone, email = 'ada@example.com', sms = 'none', mail = 'none', whatsapp = 'none', senders, number = false, klaviyo = false, hasHouseSms = true, templates }: Case) {
  const { ctx, hear } = await stage.newShop();
  const person = customer('7', { phone: own, extras: { sms_consent: sms, email_consent: mail, whatsapp_consent: whatsapp } });
  const wish = berlinOrder({ phone, email, customer_id: '7' });
  await hear(1, { ...wish, customer: person });
  if (ways) await changeSetting(ctx, waysSetting, { value: { kinds: { shipped: ways } }, version: 0, by: null });
  const account = { provider: 'twilio' as const, account: 'AC1', sealedKey: '', keyEnd: '', sealedWebhookSecret: null, number: '+12025550143', senderName: '', senders: senders ?? [], token: 't' };
  if (senders) await changeSetting(ctx, smsAccountSetting, { value: { account }, version: 0, by: null });
  const meta = { phoneNumberId: '1', sealedToken: '', tokenEnd: '', sealedAppSecret: '', greeting: '', token: 't' };
  if (number) await changeSetting(ctx, whatsAppSetting, { value: { account: meta }, version: 0, by: null });
  if (klaviyo) await changeSetting(ctx, klaviyoSetting, { value: { account: { sealedKey: '', keyEnd: '' } }, version: 0, by: null });
  if (templates) await changeSetting(ctx, templatesSetting, { value: templates, version: 0, by: null });
  return (category?: 'service' | 'review' | 'announcement') => ctx.tx((tx) => waysOf(tx, { hasHouseSms }, { id: '1', name: '#1', email, customerId: '7', locale: 'de-AT' }, 'shipped', category));
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

  it('goes by mail where there is no provider for text messages, the merchant’s or ours', async () => {
    const ways = { ways: ['sms'] satisfies WayName[], hasHouseSms: false };
    expect(await (await shopWith(ways))()).toEqual({ open: [{ channel: 'email', to: 'ada@example.com' }], closed: [{ channel: 'sms', because: 'not_connected' }] });
    expect((await (await shopWith({ ...ways, senders: [] }))()).open).toEqual([{ channel: 'sms', to: german }]);
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

  it('is sent to another number than the customer’s own only where no consent is asked for', async () => {
    const given = { ways: ['sms'] satisfies WayName[], phone: american, sms: 'subscribed' } as const;
    expect((await (await shopWith({ ...given, own: german }))()).open).toEqual([{ channel: 'sms', to: german }]);
    expect((await (await shopWith({ ...given, own: null }))()).closed).toEqual([{ channel: 'sms', because: 'no_consent' }]);
    expect((await (await shopWith({ ...given, phone: german, own: american }))()).open).toEqual([{ channel: 'sms', to: german }]);
    const advertises = await shopWith({ ...given, phone: german, own: null });
    expect((await advertises('announcement')).closed).toEqual([{ channel: 'sms', because: 'no_consent' }]);
  });

  it('reaches a country that asks for a registered sender once the shop has one there', async () => {
    const ways = await shopWith({ ways: ['sms'], phone: '+919812345678', senders: [{ country: 'IN', sender: 'NORDLI' }] });
    expect((await ways()).open).toEqual([{ channel: 'sms', to: '+919812345678' }]);
  });
});

describe('by WhatsApp a notice', () => {
  const template = (locale: 'en' | 'de' | 'fr', kind: 'shipped' | 'delivered' = 'shipped') => ({ kind, locale, name: `${kind}_${locale}`, language: locale, values: ['order_name'] });
  const templates = { agreed: 'shopify' as const, templates: [template('en'), template('de'), template('de', 'delivered')] };

  it('takes the template of its kind in the best language for who agreed', async () => {
    const ways = await shopWith({ ways: ['whatsapp'], number: true, templates, whatsapp: 'subscribed' });
    expect((await ways()).open).toEqual([{ channel: 'whatsapp', to: german, template: expect.objectContaining({ name: 'shipped_de', values: ['order_name'] }) }]);
  });

  it('goes to no other number than that of who agreed', async () => {
    const given = { ways: ['whatsapp'] satisfies WayName[], number: true, templates, whatsapp: 'subscribed' } as const;
    expect((await (await shopWith({ ...given, own: '+4915199999999' }))()).open).toMatchObject([{ channel: 'whatsapp', to: '+4915199999999' }]);
    expect((await (await shopWith({ ...given, own: null }))()).closed).toEqual([{ channel: 'whatsapp', because: 'no_consent' }]);
  });

  it('reaches everybody with a number where the shop’s checkout says so, but with advertising only who agreed', async () => {
    const ways = await shopWith({ ways: ['whatsapp'], number: true, templates: { ...templates, agreed: 'checkout' } });
    expect((await ways()).open).toMatchObject([{ channel: 'whatsapp' }]);
    expect((await ways('announcement')).closed).toEqual([{ channel: 'whatsapp', because: 'no_consent' }]);
  });

  it.each<[Pick<Case, 'number' | 'templates' | 'whatsapp' | 'phone'>, string]>([
    [{ templates }, 'not_connected'],
    [{ number: true, templates }, 'no_consent'],
    [{ number: true, templates, whatsapp: 'subscribed', phone: null }, 'no_address'],
    [{ number: true, templates: { ...templates, templates: [template('fr', 'delivered')] }, whatsapp: 'subscribed' }, 'no_template'],
  ])('with %j goes by mail, because of %s', async (given, because) => {
    const told = await (await shopWith({ ways: ['whatsapp'], ...given }))();
    expect(told).toEqual({ open: [{ channel: 'email', to: 'ada@example.com' }], closed: [{ channel: 'whatsapp', because }] });
  });
});

describe('told in our place', () => {
  it('by Klaviyo, it goes to nobody else', async () => {
    expect((await (await shopWith({ ways: ['klaviyo'], klaviyo: true }))()).open).toEqual([{ channel: 'klaviyo', to: 'ada@example.com' }]);
    expect(await (await shopWith({ ways: ['klaviyo'] }))()).toEqual({ open: [{ channel: 'email', to: 'ada@example.com' }], closed: [{ channel: 'klaviyo', because: 'not_connected' }] });
  });

  it('by Flow, it needs no address', async () => {
    expect((await (await shopWith({ ways: ['flow'], email: null, phone: null }))()).open).toEqual([{ channel: 'flow', to: '#1' }]);
  });
});

describe('what is not about somebody’s own order', () => {
  it.each([
    ['announcement', { mail: 'none' }, []],
    ['announcement', { mail: 'subscribed' }, ['email']],
    ['review', { mail: 'none' }, ['email']],
    ['review', { mail: 'unsubscribed' }, []],
    ['announcement', { ways: ['klaviyo'], mail: 'none' }, []],
    ['announcement', { ways: ['klaviyo'], mail: 'subscribed' }, ['klaviyo']],
    ['announcement', { ways: ['flow'], mail: 'none' }, []],
    ['review', { ways: ['flow'], mail: 'none' }, ['flow']],
    ['announcement', { ways: ['sms'], sms: 'none', mail: 'none' }, []],
    ['announcement', { ways: ['sms'], sms: 'none', mail: 'subscribed' }, ['email']],
    ['announcement', { ways: ['sms'], sms: 'subscribed', mail: 'none' }, ['sms']],
  ] as const)('%s, with %j, goes by %j', async (category, { ways, ...consent }: { ways?: readonly WayName[]; sms?: Case['sms']; mail?: Case['mail'] }, expected) => {
    const told = await (await shopWith({ klaviyo: true, ...consent, ...(ways ? { ways: [...ways] } : {}) }))(category);
    expect(told.open.map(({ channel }) => channel)).toEqual(expected);
  });
});
