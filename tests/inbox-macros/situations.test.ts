import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { checkDraft } from '#app/modules/inbox/draft-check/check-draft.ts';
import type { OrderFacts, ParcelFacts, TicketFacts } from '#app/modules/inbox/facts/facts.ts';
import { macroTrials, macroValues } from '#app/modules/inbox/macros/macro-values.ts';
import { builtIn } from '#app/modules/inbox/macros/macro-store.server.ts';
import { situations, type Situation } from '#app/modules/inbox/macros/situations/situation.ts';
import { situationTexts } from '#app/modules/inbox/macros/situations/texts.ts';
import { fitOf } from '#app/modules/inbox/macros/suggest.ts';
import { checkText, renderText } from '#app/modules/own-words/index.server.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';

const today = '2026-11-20';
const euro = (minor: number) => ({ minor, currency: 'EUR' });
const order: OrderFacts = {
  id: '1', name: '#1042', isTheirs: true, placedOn: '2026-11-09', cancelledOn: null, currency: 'EUR', total: euro(4200), subtotal: euro(3900), shipping: euro(300), tax: euro(600), refunded: euro(1000), refunds: [euro(1000)],
  items: [{ title: 'Pot', quantity: 2, price: euro(1950) }], returns: [], isSent: true, isSentAgain: false,
  parcels: [{ number: 'JD014600012345678901', carrier: 'DHL', status: 'in_transit', troubles: ['past_date'], where: 'late', shippedOn: '2026-11-10', deliveredOn: null, expected: { from: '2026-11-23', to: '2026-11-24' }, missed: '2026-11-18' }],
};
const facts: TicketFacts = { ticketId: 1, firstName: 'Ada', lastName: 'Byron', locale: 'en', shopName: 'Nordlicht', today, orders: [order], lastWords: '', headline: '', category: null, channel: 'email' };
/** The same order, with its parcel wherever it may be. */
const of = (parcel: Partial<ParcelFacts>, more: Partial<OrderFacts> = {}): OrderFacts => ({ ...order, ...more, parcels: order.parcels.map((known) => ({ ...known, troubles: [], missed: null, ...parcel })) });
const stood = {
  delivered: of({ where: 'delivered', status: 'delivered', deliveredOn: '2026-11-17', expected: null }),
  returning: of({ where: 'returning', status: 'exception', expected: null }),
  moving: of({ where: 'moving' }),
  lost: of({ where: 'lost', troubles: ['silent'], expected: null }),
  unsent: { ...order, parcels: [], isSent: false },
  cancelled: { ...order, parcels: [], isSent: false, cancelledOn: '2026-11-15' },
} satisfies Record<string, OrderFacts>;
const needs = { agentName: 'Mia', signature: '', trackingUrl: (id: string) => `https://shop.example/track/${id}`, returnsUrl: 'https://shop.example/apps/aftercare/returns' };
const all = situations.flatMap((situation) => customerLocales.map((locale) => ({ situation, locale, text: situationTexts[locale][situation] })));

describe('the words the app brings', () => {
  it.each(all)('for $situation in $locale can be sent, whatever is known', ({ locale, text }) => {
    expect(checkText(text, macroTrials)).toEqual([]);
    const arrived = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, status: 'delivered' as const, where: 'delivered' as const, deliveredOn: '2026-11-17', expected: null, missed: null })) };
    for (const known of [facts, { ...facts, firstName: '', orders: [] }, { ...facts, orders: [arrived] }]) {
      const said = renderText(text, macroValues(locale, { ...needs, facts: known }));
      expect(said).not.toMatch(/undefined|null|\{|\}|\n{3}| [,.]| {2}/);
      expect(said).toContain('Mia');
      // Acknowledged, explained, choices, what happens next, and a greeting at either end.
      expect(said.split('\n\n').length).toBeGreaterThanOrEqual(5);
      expect(checkDraft(said, { locale, today, order: known.orders[0] ?? null, orderNames: known.orders.map(({ name }) => name), writeDays })).toEqual([]);
    }
  });

  it.each(customerLocales)('lead to pages that speak %s, as they do', (locale) => {
    const values = macroValues(locale, { ...needs, facts });
    expect([values.tracking_url, values.returns_url]).toEqual([`https://shop.example/track/1?locale=${locale}`, `${needs.returnsUrl}?locale=${locale}`]);
    expect(macroValues(locale, { ...needs, returnsUrl: '', facts }).returns_url).toBe('');
  });

  it.each(all)('for $situation in $locale end without a greeting where the agent signs every answer', ({ locale, text }) => {
    const signed = renderText(text, macroValues(locale, { ...needs, signature: 'Mia of Nordlicht', facts }));
    const unsigned = renderText(text, macroValues(locale, { ...needs, facts }));
    expect(unsigned.startsWith(`${signed}\n\n`)).toBe(true);
    expect(unsigned.slice(signed.length)).toMatch(/^\n\n\S.*\nMia\nNordlicht$/);
  });

  it.each(all)('for $situation in $locale begin their first sentence as that language does after a greeting', ({ locale, text }) => {
    for (const known of [order, ...Object.values(stood)]) {
      const [, first = ''] = renderText(text, macroValues(locale, { ...needs, facts: { ...facts, orders: [known] } })).split('\n\n');
      // German goes on in the middle of its sentence; Chinese and Japanese know no capitals.
      expect([known.name, first]).toEqual([known.name, expect.stringMatching(locale === 'de' ? /^\p{Ll}/u : /^(?:\p{Lu}|\p{Lo})/u)]);
    }
  });

  it('say of a parcel that came that it did', () => {
    const arrived = { ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, status: 'delivered' as const, where: 'delivered' as const, deliveredOn: '2026-11-17', expected: null })) };
    const said = renderText(situationTexts.en.late, macroValues('en', { ...needs, facts: { ...facts, orders: [arrived] } }));
    expect(said).toContain(`delivered on ${writeDays('en', '2026-11-17', '2026-11-17')}`);
    expect(said).not.toContain('Its latest state');
  });

  it.each(customerLocales)('contradict nothing that is known of a parcel in %s, whatever was taken for it', (locale) => {
    const said = (situation: Situation, of: OrderFacts) => renderText(situationTexts[locale][situation], macroValues(locale, { ...needs, facts: { ...facts, orders: [of] } }));
    const day = writeDays(locale, '2026-11-17', '2026-11-17').replace(/\.$/, '');
    const lost = said('lost', stood.lost);
    for (const [where, of] of Object.entries(stood)) {
      for (const situation of situations) {
        const text = said(situation, of);
        expect(text).not.toMatch(/undefined|null|\{|\}|\n{3}| [,.]| {2}/);
        expect(checkDraft(text, { locale, today, order: of, orderNames: [of.name], writeDays }).map((found) => [situation, where, text.slice(found.from, found.to), found.claim])).toEqual([]);
      }
      // What only a lost parcel may be told.
      if (where !== 'lost') expect(said('lost', of)).not.toContain(lost.split('\n\n')[2]?.split(/[.。]/)[0] ?? lost);
      expect([where, said('lost', of).includes(day)]).toEqual([where, where === 'delivered']);
      expect([where, ...(['damaged', 'wrong_item'] as const).map((situation) => said(situation, of) === said(situation, stood.delivered))]).toEqual([where, ...(where === 'delivered' || where === 'lost' ? [true, true] : [false, false])]);
    }
    expect(new Set(Object.values(stood).map((of) => said('lost', of))).size).toBe(Object.keys(stood).length);
    expect(said('out_of_stock', stood.unsent)).not.toBe(said('out_of_stock', { ...stood.unsent, isSent: true }));
  });

  it('say where a parcel is that was taken for lost', () => {
    const said = (of: OrderFacts) => renderText(situationTexts.en.lost, macroValues('en', { ...needs, facts: { ...facts, orders: [of] } }));
    expect(said(stood.delivered)).toContain('look with your neighbours');
    expect(said(stood.returning)).toContain('on its way back to us');
    expect(said(stood.moving)).toContain(`It is now expected ${writeDays('en', '2026-11-23', '2026-11-24')}`);
    expect(said(stood.unsent)).toContain('It has not left us yet');
    expect(said(stood.cancelled)).toContain('It was cancelled');
    expect(said(stood.lost)).toContain('must take it for lost');
    // What went back already is not promised once more.
    expect([said(stood.lost), said({ ...stood.lost, refunded: euro(0), refunds: [] })].map((text) => /everything back/.test(text))).toEqual([false, true]);
  });

  it('speak of the parcel that is still awaited', () => {
    const [parcel] = order.parcels;
    const both = parcel ? [parcel, { ...parcel, where: 'delivered' as const, status: 'delivered' as const, deliveredOn: '2026-11-17', number: 'JD014600012345678902' }] : [];
    const values = macroValues('en', { ...needs, facts: { ...facts, orders: [{ ...order, parcels: both }] } });
    expect([values.parcel_is, values.tracking_number, values.has_arrived]).toEqual(['late', 'JD014600012345678901', 'yes']);
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
    expect(best('Hello?', { orders: [{ ...order, parcels: order.parcels.map((parcel) => ({ ...parcel, missed: null, troubles: ['silent'], where: 'lost' as const })) }] })).toBe('lost');
  });

  it('is never one that what is known speaks against', () => {
    const offered = (lastWords: string, of: OrderFacts) => situations.filter((situation) => fitOf(builtIn(situation), { ...facts, orders: [of], lastWords }) > 0);
    const lost = 'My parcel is lost, it never arrived! Where is my order?';
    expect(Object.entries(stood).map(([where, of]) => [where, ...offered(lost, of)])).toEqual([['delivered'], ['returning'], ['moving', 'late'], ['lost', 'late', 'lost'], ['unsent', 'late'], ['cancelled']]);
    const wrong = 'It came broken, and it is the wrong size. It is out of stock? I want to return it, or a partial refund.';
    expect(Object.entries(stood).map(([where, of]) => [where, ...offered(wrong, of)])).toEqual([
      ['delivered', 'damaged', 'wrong_item', 'return_refund', 'partial_refund'], ['returning', 'partial_refund'], ['moving', 'return_refund', 'partial_refund'],
      ['lost', 'lost', 'damaged', 'wrong_item', 'return_refund', 'partial_refund'], ['unsent', 'out_of_stock', 'partial_refund'], ['cancelled', 'partial_refund'],
    ]);
    expect(offered('I want a partial refund', { ...stood.delivered, refunded: order.total })).not.toContain('partial_refund');
  });

  it('is first of all what the merchant says', () => {
    const own = { situation: null, conditions: { categories: [], channels: [], words: ['Gutschein'] } } as const;
    expect(fitOf({ ...own, conditions: { ...own.conditions, words: [...own.conditions.words], categories: [], channels: [] } }, { ...facts, lastWords: 'Mein GUTSCHEIN geht nicht' })).toBeGreaterThan(2);
    expect(fitOf({ situation: null, conditions: { categories: ['billing'], channels: [], words: ['Gutschein'] } }, { ...facts, lastWords: 'Mein Gutschein geht nicht' })).toBe(0);
  });
});
