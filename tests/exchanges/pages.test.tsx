import { describe, expect, it } from 'vitest';
import type { ExchangeCardView } from '#app/modules/returns/exchanges/card/exchange-card.server.ts';
import { exchangeSetting, type ExchangeRules } from '#app/modules/returns/exchanges/exchange-setting.ts';
import { ExchangeCard } from '#app/modules/returns/exchanges/ui/exchange-card.tsx';
import { ExchangeSettingsPage } from '#app/modules/returns/exchanges/ui/exchange-settings-page.tsx';
import { render, textOf } from '../admin-ui/stage.tsx';

const line = { id: '1', title: 'Shirt · M', quantity: 2, sent: 0, stock: { stock: 'in_stock' as const, left: 4 }, held: null };
const waiting: ExchangeCardView = { returnId: '81', currency: 'EUR', replacement: null, lines: [line], owed: null, sendNow: { path: '/app/returns/81/refund?units=1.2', value: { minor: 3_900, currency: 'EUR' }, orders: 5, returns: 2 } };
const card = (view: ExchangeCardView | null, { mayAct = true, locale }: { mayAct?: boolean; locale?: 'zh-CN' } = {}) => render({ locale, path: '/app/returns/81', children: <ExchangeCard view={view} mayAct={mayAct} actKey="k" /> });
const settings = (value: Partial<ExchangeRules>, mayHold: boolean, locale?: 'zh-CN') =>
  render({ locale, path: '/app/settings/exchanges', children: <ExchangeSettingsPage rules={{ value: { ...exchangeSetting.initial, ...value }, version: 1 }} mayHold={mayHold} /> });

describe('the card of goods that go out', () => {
  it('says what is there, what sending it early would risk, and with whom', () => {
    const html = card(waiting);
    for (const words of ['2 × Shirt · M', '4 in stock now', 'you risk €39.00', '5 orders, 2 other returns', 'Send before it comes back']) expect(textOf(html)).toContain(words);
    expect(html).toContain('href="/app/returns/81/refund?units=1.2"');
  });

  it('says what is set aside and until when, and what is gone', () => {
    expect(textOf(card({ ...waiting, lines: [{ ...line, stock: { stock: 'sold_out', left: 0 }, held: { quantity: 2, until: new Date('2026-11-24T10:00:00Z') } }] }))).toMatch(/2 set aside until .*Nov/);
    for (const stock of ['gone' as const, { stock: 'sold_out' as const, left: 0 }]) expect(textOf(card({ ...waiting, lines: [{ ...line, stock }] }))).toContain('Some of it is not there.');
  });

  it('says what is owed, where it is paid, and that the goods wait for it', () => {
    const sent = [{ ...line, sent: 2, stock: null }];
    const html = card({ ...waiting, lines: sent, owed: { amount: { minor: 600, currency: 'EUR' }, payUrl: 'https://shop.example/1/order_payment/2?secret=3' }, sendNow: null });
    for (const words of ['On hold until paid', 'The customer owes €6.00', 'Page where the customer pays']) expect(textOf(html)).toContain(words);
    expect(html).toContain('href="https://shop.example/1/order_payment/2?secret=3"');
    for (const words of ['risk', 'Sent']) expect(textOf(html)).not.toContain(words);
    expect(textOf(card({ ...waiting, lines: sent, sendNow: null }))).toContain('Sent');
  });

  it('offers the next step of a warranty case', () => {
    expect(textOf(card({ ...waiting, lines: [], sendNow: null, replacement: 'approve' }))).toContain('Approve with a replacement');
    expect(textOf(card({ ...waiting, sendNow: null, replacement: 'send' }))).toContain('Send the replacement');
    expect(textOf(card({ ...waiting, replacement: 'send' }, { mayAct: false }))).not.toContain('Send the replacement');
  });

  it('offers nothing to who may only look, and is not there where nothing goes out', () => {
    expect(textOf(card(waiting, { mayAct: false }))).not.toContain('Send before');
    expect(textOf(card(null))).not.toContain('Goods that go out');
  });

  it('speaks Chinese', () => {
    for (const words of ['换出的商品', '现有库存 4 件', '在收到退货前发出']) expect(textOf(card(waiting, { locale: 'zh-CN' }))).toContain(words);
  });
});

describe('the settings of exchanges', () => {
  it('ask for hours only where goods are set aside, and for permission where there is none', () => {
    expect(textOf(settings({}, false))).not.toContain('Give permission');
    expect(textOf(settings({ holdHours: 48 }, true))).not.toContain('Give permission');
    expect(textOf(settings({ holdHours: 48 }, false))).toContain('Give permission');
    expect(settings({ holdHours: 48 }, true)).toContain('value="48"');
  });

  it('name the risk of sending at once, and its limit in the shop’s currency', () => {
    const html = settings({ send: 'at_once', atOnceUpTo: '250' }, true);
    for (const words of ['you bear the risk', 'Only up to a value of', 'USD']) expect(textOf(html)).toContain(words);
    expect(html).toContain('value="250"');
    expect(textOf(settings({}, true))).not.toContain('Only up to a value of');
  });

  it('speak Chinese', () => expect(textOf(settings({ holdHours: 48 }, false, 'zh-CN'))).toContain('为换货预留商品')); 
});
