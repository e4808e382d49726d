import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { checkDraft } from '#app/modules/inbox/draft-check/check-draft.ts';
import type { OrderFacts, TicketFacts } from '#app/modules/inbox/facts/facts.ts';
import { macroTrials, macroValues } from '#app/modules/inbox/macros/macro-values.ts';
import { builtIn } from '#app/modules/inbox/macros/macro-store.server.ts';
import { situations } from '#app/modules/inbox/macros/situations/situation.ts';
import { situationTexts } from '#app/modules/inbox/macros/situations/texts.ts';
import { fitOf } from '#app/modules/inbox/macros/suggest.ts';
import { checkText, renderText } from '#app/modules/own-words/index.server.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';

const today = '2026-11-20';
const euro = (minor: number) => ({ minor, currency: 'EUR' });
const order: OrderFacts = {
  id: '1', name: '#1042', isTheirs: true, placedOn: '2026-11-09', cancelledOn: null, currency: 'EUR', total: euro(4200), subtotal: euro(3900), shipping: euro(300), tax: euro(600), refunded: euro(1000), refunds: [euro(1000)],
  items: [{ title: 'Pot', quantity: 2, price: euro(1950) }], returns: [],
  parcels: [{ number: 'JD014600012345678901', carrier: 'DHL', status: 'in_transit', troubles: ['past_date'], goingBack: false, shippedOn: '2026-11-10', deliveredOn: null, expected: { from: '2026-11-23', to: '2026-11-24' }, missed: '2026-11-18' }],
};
const facts: TicketFacts = { ticketId: 1, firstName: 'Ada', lastName: 'Byron', locale: 'en', shopName: 'Nordlicht', today, orders: [order], lastWords: '', category: null, channel: 'email' };
const needs = { agentName: 'Mia', trackingUrl: (id: string) => `https://shop.example/track/${id}`, returnsUrl: 'https://shop.example/apps/aftercare/returns' };
const all = situations.flatMap((situation) => customerLocales.map((locale) => ({ situation, locale, text: situationTexts[locale][situation] })));

describe('the words the app brings', () => {
  it.each(all)('for $situation in $locale can be sent, whatever is known', ({ locale, text }) => {
    expect(checkText(text, macroTrials)).toEqual([]);
    const arrived = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, status: 'delivered' as const, deliveredOn: '2026-11-17', expected: null, missed: null })) };
    for (const known of [facts, { ...facts, firstName: '', orders: [] }, { ...facts, orders: [arrived] }]) {
      const said = renderText(text, macroValues(locale, { ...needs, facts: known }));
      expect(said).not.toMatch(/undefined|null|\{|\}|\n{3}| [,.]| {2}/);
      expect(said).toContain('Mia');
      // Acknowledged, explained, choices, what happens next, and a greeting at either end.
      expect(said.split('\n\n').length).toBeGreaterThanOrEqual(5);
      expect(checkDraft(said, { locale, today, order: known.orders[0] ?? null, orderNames: known.orders.map(({ name }) => name), writeDays })).toEqual([]);
    }
  });

  it('say of a parcel that came that it did', () => {
    const arrived = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, status: 'delivered' as const, deliveredOn: '2026-11-17', expected: null })) };
    const said = renderText(situationTexts.en.late, macroValues('en', { ...needs, facts: { ...facts, orders: [arrived] } }));
    expect(said).toContain(`delivered on ${writeDays('en', '2026-11-17', '2026-11-17')}`);
    expect(said).not.toContain('Its latest state');
  });

  it('call people by their whole name where the family’s comes first', () => {
    const of = (firstName: string, lastName: string) => macroValues('zh-CN', { ...needs, facts: { ...facts, firstName, lastName } }).first_name;
    expect([of('\u4f1f', '\u738b'), of('Ada', 'Byron')]).toEqual(['\u738b\u4f1f', 'Ada']);
  });

  it('name what is so of the order, and nothing of one that may be somebody else’s', () => {
    const of = (isTheirs: boolean) => renderText(situationTexts.en.late, macroValues('en', { ...needs, facts: { ...facts, orders: [{ ...order, isTheirs }] } }));
    for (const fact of ['#1042', 'DHL', 'JD014600012345678901', 'https://shop.example/track/1', writeDays('en', '2026-11-23', '2026-11-24')]) {
      expect(of(true)).toContain(fact);
      expect(of(false)).not.toContain(fact);
    }
  });
});

describe('which of them fits', () => {
  const best = (lastWords: string, more: Partial<TicketFacts> = {}) => {
    const fits = situations.map((situation) => ({ situation, fit: fitOf(builtIn(situation), { ...facts, orders: [], ...more, lastWords }) })).sort((a, b) => b.fit - a.fit);
    return fits[0] && fits[0].fit > 0 ? fits[0].situation : null;
  };
  it.each([
    ['Where is my order? It still has not arrived.', 'late'], ['Wo bleibt mein Paket?', 'late'], ['还没收到快递', 'late'], ['まだ届きません', 'late'], ['¿Dónde está mi pedido?', 'late'],
    ['The cup came broken', 'damaged'], ['Die Tasse ist kaputt', 'damaged'], ['Le vase est cassé', 'damaged'], ['杯子碎了', 'damaged'], ['商品が割れていました', 'damaged'],
    ['You sent the wrong size', 'wrong_item'], ['Falscher Artikel im Paket', 'wrong_item'], ['发错货了', 'wrong_item'],
    ['I would like to return the shoes', 'return_refund'], ['Ich möchte die Schuhe zurückschicken', 'return_refund'], ['我要退货', 'return_refund'], ['返品したいです', 'return_refund'],
    ['Thank you, all is well!', null],
  ] as const)('“%s” is %s', (words, situation) => expect(best(words)).toBe(situation));

  it('is shown by the order where the customer says little', () => {
    expect(best('Hello?', { orders: [order] })).toBe('late');
    expect(best('Hello?', { orders: [{ ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, missed: null, troubles: ['silent'] })) }] })).toBe('lost');
  });

  it('is first of all what the merchant says', () => {
    const own = { situation: null, conditions: { categories: [], channels: [], words: ['Gutschein'] } } as const;
    expect(fitOf({ ...own, conditions: { ...own.conditions, words: [...own.conditions.words], categories: [], channels: [] } }, { ...facts, lastWords: 'Mein GUTSCHEIN geht nicht' })).toBeGreaterThan(2);
    expect(fitOf({ situation: null, conditions: { categories: ['billing'], channels: [], words: ['Gutschein'] } }, { ...facts, lastWords: 'Mein Gutschein geht nicht' })).toBe(0);
  });
});
