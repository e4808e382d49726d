import { describe, expect, it } from 'vitest';
import { actOnTemplates, noticesStillTrue, rulesView, templatesSetting, templatesView } from '#app/modules/notices/index.server.ts';
import { klaviyoSetting } from '#app/modules/sending/klaviyo/klaviyo-account.ts';
import { smsAccountSetting } from '#app/modules/sending/sms/sms-account.ts';
import { whatsAppSetting } from '#app/modules/sending/whatsapp/whatsapp-account.ts';
import { changeSetting, saveSetting } from '#app/modules/settings/index.server.ts';
import { wayNames } from '../../app/modules/notices/ways/way.ts';
import { waysSetting } from '../../app/modules/notices/ways/ways-setting.ts';
import { RulesPage } from '../../app/modules/notices/ui/rules/rules-page.tsx';
import { TemplatesPage } from '../../app/modules/notices/ui/ways/templates-page.tsx';
import { toDraft, toSetting } from '../../app/modules/notices/ui/ways/templates-draft.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { checkpoint, customer } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
const template = { kind: 'shipped' as const, locale: 'de' as const, name: 'order_shipped', language: 'de', values: ['order_name', 'carrier', 'items', 'expected'] };

async function shopOnAllWays() {
  const shop = await stage.newShop();
  const { ctx } = shop;
  const meta = { phoneNumberId: '1', sealedToken: '', tokenEnd: '', sealedAppSecret: '', greeting: '', token: 't' };
  await changeSetting(ctx, whatsAppSetting, { value: { account: meta }, version: 0, by: null });
  await changeSetting(ctx, klaviyoSetting, { value: { account: { sealedKey: '', keyEnd: '' } }, version: 0, by: null });
  await changeSetting(ctx, templatesSetting, { value: { agreed: 'shopify', templates: [template] }, version: 0, by: null });
  await changeSetting(ctx, waysSetting, { value: { kinds: { shipped: [...wayNames] } }, version: 0, by: null });
  const order = { ...berlinOrder({ customer_locale: 'de', customer_id: '7', phone: '+4915123456789' }), customer: customer('7', { phone: '+4915123456789', extras: { whatsapp_consent: 'subscribed' } }) };
  await shop.hear(1, order, parcel());
  return shop;
}

describe('a notice that goes every way', () => {
  it('is one notice in a message for each, every one in the customer’s language and about the same', async () => {
    const shop = await shopOnAllWays();
    const messages = await shop.messages();
    expect(messages.map(({ channel, recipient, locale }) => [channel, recipient, locale])).toEqual([
      ['email', 'ada@example.com', 'de'],
      ['sms', '+4915123456789', 'de'],
      ['whatsapp', '+4915123456789', 'de'],
      ['klaviyo', 'ada@example.com', 'de'],
      ['flow', 'ada@example.com', 'de'],
    ]);
    expect(new Set(messages.map(({ topic, rank }) => `${topic} ${rank}`)).size).toBe(1);
    const [, sms, whatsapp, klaviyo, flow] = messages;
    const link = 'https://shop.example.com/apps/aftercare/track?key=1&locale=de';
    expect(sms?.text_body).toMatch(/https:\/\/shop\.example\.com\/apps\/aftercare\/t\?s=\S+/);
    expect(whatsapp?.payload).toEqual({ template: 'order_shipped', language: 'de', values: ['#1', 'DHL Paket', '2 × Wool socks', expect.any(String)] });
    expect(klaviyo?.payload).toMatchObject({ metric: 'Aftercare: shipped', time: new Date(hours(1)).toISOString(), properties: { notice: 'shipped', language: 'de', order_id: '1', order_name: '#1', tracking_url: link, items: ['2 × Wool socks'] } });
    expect(flow?.payload).toMatchObject({ orderId: '1', notice: 'shipped', language: 'de', trackingPage: link, trackingNumber: '00340434161094022115', carrier: 'DHL Paket' });
    expect((await shop.notices()).filter(({ kind }) => kind === 'shipped')).toMatchObject([{ state: 'queued', message_id: messages[0]?.id }]);
  });

  it('is told on no way once it is false', async () => {
    const shop = await shopOnAllWays();
    const before = await shop.messages();
    await shop.hear(6, checkpoint('9', '1', '1', 'failure', hours(5)));
    const answers = await shop.ctx.tx(async (tx) => before.map(await noticesStillTrue(shop.ctx).stillTrue(tx, before, new Date(hours(6)))));
    expect(answers.map((answer) => answer !== true && 'untrue' in answer)).toEqual(before.map(() => true));
  });
});

describe('a text message', () => {
  it('says once to each number how to hear no more: by an answer where the sender is a number, else on the page for it', async () => {
    const texts = async (senderName: string) => {
      const shop = await stage.newShop();
      const account = { provider: 'twilio' as const, account: 'AC1', sealedKey: '', keyEnd: '', sealedWebhookSecret: null, number: '+12025550143', senderName, senders: [], token: 't' };
      await changeSetting(shop.ctx, smsAccountSetting, { value: { account }, version: 0, by: null });
      await changeSetting(shop.ctx, waysSetting, { value: { kinds: { shipped: ['sms'], out_for_delivery: ['sms'] } }, version: 0, by: null });
      await shop.hear(1, berlinOrder({ customer_locale: 'de', phone: '+4915123456789' }), parcel());
      await shop.sent();
      await shop.hear(25, checkpoint('2', '1', '1', 'out_for_delivery', hours(24)));
      return (await shop.messages()).map(({ text_body: text }) => /(?:Mit STOP abmelden\.|Abmelden: \S+)$/.exec(text)?.[0] ?? null);
    };
    expect(await texts('')).toEqual(['Mit STOP abmelden.', null]);
    expect(await texts('Nordlicht')).toEqual(['Abmelden: https://preferences.invalid/', null]);
  });
});

describe('the page of WhatsApp templates', () => {
  it('says what is missing before anything is sent, and names the values there are', async () => {
    const { ctx } = await stage.newShop();
    const shown = textOf(render({ locale: 'en', children: <TemplatesPage view={await templatesView(ctx)} /> }));
    expect(shown).toContain('Connect your number first');
    expect(shown).toContain('No templates yet');
    const shop = await shopOnAllWays();
    const filled = textOf(render({ locale: 'zh-CN', children: <TemplatesPage view={await templatesView(shop.ctx)} /> }));
    expect(filled).toContain('tracking_url');
    expect(filled).toContain('WhatsApp 模板');
    expect(filled).toContain('试发模板');
    expect(shown).not.toContain('Try a template');
  });

  it('keeps what was filled in as it was, and says of each field what is wrong with it', async () => {
    const { ctx } = await stage.newShop();
    const form = (value: unknown) => {
      const data = new FormData();
      data.set('version', '0');
      data.set('value', JSON.stringify(value));
      return data;
    };
    const wrong = { ...template, name: 'Order Shipped', language: 'German', values: ['order_name', 'price'] };
    expect(await saveSetting(ctx, templatesSetting, form({ agreed: 'shopify', templates: [wrong] }), { by: null })).toEqual({
      errors: { fields: { 'templates.0.name': 'templateName', 'templates.0.language': 'templateLanguage', 'templates.0.values.1': 'variable' }, form: null },
    });
    const value = { agreed: 'checkout' as const, templates: [template] };
    expect(await saveSetting(ctx, templatesSetting, form(toSetting(toDraft(value))), { by: null })).toEqual({ saved: { value, version: 1 } });
  });
});

describe('a template that is tried', () => {
  const formOf = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'try-template', ...fields })) form.set(name, value);
    return form;
  };

  it('goes with sample values to the merchant’s number, ten times in ten minutes at most', async () => {
    const shop = await shopOnAllWays();
    const tried = () => actOnTemplates(shop.ctx, formOf({ at: '0', to: '+49 151 23456789' }), null);
    expect(await tried()).toEqual({ queuedTo: '+4915123456789' });
    expect((await shop.messages()).at(-1)).toMatchObject({ channel: 'whatsapp', kind: 'test.notice', topic: null, payload: { template: 'order_shipped', language: 'de', values: ['#1001', 'DHL', '2 × Wool socks, Enamel mug', 'Friday'] } });
    for (let again = 1; again < 10; again += 1) await tried();
    expect(await tried()).toEqual({ refused: 'tooSoon' });
  });

  it('goes nowhere but to a number, and only if it was saved', async () => {
    const { ctx } = await shopOnAllWays();
    expect(await actOnTemplates(ctx, formOf({ at: '0', to: '0151' }), null)).toEqual({ refused: 'invalidPhone' });
    await expect(actOnTemplates(ctx, formOf({ at: '7', to: '+4915123456789' }), null)).rejects.toMatchObject({ status: 404 });
  });
});

it('the page of a kind says by which ways nothing can go yet', async () => {
  const { ctx } = await stage.newShop();
  const shown = async (of: typeof ctx, hasHouseSms = true) => textOf(render({ locale: 'en', children: <RulesPage view={await rulesView(of, 'shipped', { hasHouseSms })} countries={['DE']} /> })).split('Not connected yet').length - 1;
  expect([await shown(ctx), await shown(ctx, false)]).toEqual([2, 3]);
  expect(await shown((await shopOnAllWays()).ctx)).toBe(0);
});
