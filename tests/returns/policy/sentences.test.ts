import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { decide } from '../../../app/modules/returns/policy/decide.ts';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import type { Offer } from '../../../app/modules/returns/policy/decision.ts';
import type { Rule } from '../../../app/modules/returns/policy/policy.ts';
import { sayBetter, sayDeadline, sayRefusal } from '../../../app/modules/returns/policy/text/say-offer.ts';
import { sayBase, sayPolicy, sayRule } from '../../../app/modules/returns/policy/text/say-rule.ts';
import { policyWords } from '../../../app/modules/returns/policy/text/words.ts';
import { aCase, anyCase, anyMoment, anyPolicy, aPolicy, at, named, only, versionOf } from './policies.ts';

const zone = 'Europe/Berlin';
const words = (locale: string, currency = 'EUR') => policyWords([locale], currency);
const sale: Rule = {
  id: 'sale',
  when: [{ trait: 'collection', is: 'one_of', values: [{ value: '100', name: 'Outlet' }] }, { trait: 'country', is: 'none_of', values: named('DE', 'AT') }, { trait: 'price', min: 2_000, max: null }],
  settles: { period: { kind: 'days', days: 14, until: null }, fee: { percent: 15, waived: ['store_credit', 'exchange'] }, location: { to: { value: '7', name: 'Lager Berlin' } } },
};

describe('a rule', () => {
  it('is one sentence in each of the customers’ languages', () => {
    expect(Object.fromEntries(customerLocales.map((locale) => [locale, sayRule(sale, 'customer', words(locale))?.replaceAll(/[\u00a0\u202f]/g, ' ')]))).toEqual({
      en: 'If the product is in the collection Outlet and the order was sent anywhere but to Germany or Austria and the item costs €20.00 or more: returns are accepted for 14 days after delivery; a fee of 15% of the price paid, except for store credit and an exchange for another variant.',
      'zh-CN': '如果商品属于系列Outlet，并且订单未寄往德国或奥地利，并且商品价格不低于 €20.00：送达后 14 天内可退货；收取实付金额 15% 的手续费，但商店抵用金和换成其他款式除外。',
      de: 'Wenn das Produkt zur Kollektion Outlet gehört und nicht nach Deutschland oder Österreich geliefert wurde und der Artikel 20,00 € oder mehr kostet: Rückgabe 14 Tage ab Lieferung; eine Gebühr von 15 % des gezahlten Preises, außer bei: Guthaben im Shop und Umtausch gegen eine andere Variante.',
      fr: 'Si le produit fait partie de la collection Outlet et si le pays de livraison n’est pas Allemagne ou Autriche et si l’article coûte 20,00 € ou plus : retours acceptés pendant 14 jours après la livraison ; des frais de 15 % du prix payé, sauf pour un avoir et un échange contre une autre variante.',
      es: 'Si el producto está en la colección Outlet y el país de entrega es distinto de Alemania o Austria y el artículo cuesta 20,00 € o más: se aceptan devoluciones durante 14 días tras la entrega; un cargo del 15 % del precio pagado, salvo para crédito en la tienda y un cambio por otra variante.',
      ja: '商品のコレクションがOutlet、かつお届け先がドイツまたはオーストリア以外、かつ商品の価格が€20.00以上の場合：お届けから14日間返品可能、お支払い額の15%の手数料（ストアクレジット、別のバリエーションとの交換を除く）。',
      'pt-PT': 'Se o produto estiver na coleção Outlet e o país de entrega for diferente de Alemanha ou Áustria e o artigo custar 20,00 € ou mais: devoluções aceites durante 14 dias após a entrega; uma taxa de 15% do preço pago, exceto para crédito na loja e uma troca por outra variante.',
    });
  });

  it('tells the merchant where things go, and the customer not', () => {
    expect(sayRule(sale, 'merchant', words('en'))).toContain('it goes to Lager Berlin');
    expect(sayRule({ ...sale, settles: { location: sale.settles.location } }, 'customer', words('en'))).toBeNull();
  });

  it('of many values names the first and counts the rest', () => {
    const many: Rule = { ...sale, when: [{ trait: 'product_tag', is: 'one_of', values: named(...Array.from({ length: 20 }, (_, index) => `t${index}`)) }] };
    expect(sayRule(many, 'customer', words('en'))).toContain('tagged t0, t1, t2, t3, t4, t5, t6, t7 or 12 others:');
  });

  it('names Shopify’s reasons in the customer’s words and the shop’s own as the shop does', () => {
    const broken: Rule = { ...sale, when: [{ trait: 'reason', is: 'one_of', values: [{ value: 'damaged-or-defective', name: 'Damaged' }, { value: 'absorbency', name: 'Absorbency' }] }] };
    expect(sayRule(broken, 'customer', words('de'))).toContain('der Grund beschädigt oder defekt oder Absorbency ist');
  });
});

describe('a policy', () => {
  it('to begin with says what is promised and leaves out what is not offered', () => {
    expect(sayBase(defaultPolicy.base, 'customer', words('en'))).toBe('In general: returns are accepted for 30 days after delivery; the money goes back to the original payment method; no fee; sending it back is free; a person looks at it first; the money leaves once the parcel has arrived.');
  });

  it('of any kind can be said in every language', () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...customerLocales), (policy, locale) => {
        const said = sayPolicy(policy, 'merchant', words(locale, 'JPY'));
        expect(said).toHaveLength(policy.rules.length + 1);
        for (const sentence of said) expect(sentence).not.toMatch(/\{\{|undefined|null|NaN|: [.。]|; ;/);
      }),
    );
  });
});

describe('a decision', () => {
  const refused = (offer: Offer) => {
    if (offer.allowed) throw new Error('allowed');
    return offer;
  };

  it('that refuses says why, when it ended and by which sentence', () => {
    const late = decide(only(aPolicy()), aCase(), at('2026-12-01')).offers.refund.offer;
    expect(sayRefusal(refused(late), zone, words('en'))).toBe('The time to return this item ended on November 9, 2026. Our return policy says: “In general: returns are accepted for 30 days after delivery.”');
    const rule: Rule = { ...sale, when: [sale.when[0] ?? { trait: 'bought', from: null, to: '2026-01-01' }], settles: { period: { kind: 'final_sale' } } };
    const final = decide(only(aPolicy([rule])), aCase(), at('2026-10-20')).offers.refund.offer;
    expect(sayRefusal(refused(final), zone, words('de'))).toBe('Dieser Artikel ist vom Umtausch ausgeschlossen und kann nicht zurückgegeben werden. In unseren Rückgabebedingungen steht: „Wenn das Produkt zur Kollektion Outlet gehört: vom Umtausch ausgeschlossen, keine Rückgabe.“');
  });

  it('that allows says until when, and from what it is counted', () => {
    const deadline = (delivery: object) => {
      const { offer } = decide(only(aPolicy()), aCase({ line: { delivery: { deliveredAt: null, expectedAt: null, shippedAt: at('2026-10-05'), underway: false, ...delivery } } }), at('2026-10-20')).offers.refund;
      return offer.allowed ? sayDeadline(offer, zone, words('en')) : null;
    };
    expect(deadline({ deliveredAt: at('2026-10-10') })).toBe('Until November 9, 2026, counted from the delivery on October 10, 2026.');
    expect(deadline({})).toBe('Until November 11, 2026, counted from October 12, 2026, when delivery usually follows.');
    expect(deadline({ underway: true })).toBe('The time begins with the delivery.');
  });

  it('between two versions says whose terms apply and why', () => {
    const versions = [versionOf(aPolicy()), versionOf(aPolicy([], { fee: { percent: 10, waived: [] } }), 2, at('2026-10-15'))] as const;
    expect(sayBetter(decide(versions, aCase(), at('2026-10-20')).offers.refund, words('en'))).toBe('The terms of your order’s day apply. Compared with today’s they are better for you: you get more back.');
    expect(sayBetter(decide(only(aPolicy()), aCase(), at('2026-10-20')).offers.refund, words('en'))).toBeNull();
  });

  it('of any kind can be said in every language', () => {
    fc.assert(
      fc.property(anyPolicy, anyCase, anyMoment, fc.constantFrom(...customerLocales), (policy, about, now, locale) => {
        for (const best of Object.values(decide(only(policy), about, now).offers)) {
          const said = best.offer.allowed ? sayDeadline(best.offer, zone, words(locale)) : sayRefusal(best.offer, zone, words(locale));
          if (!best.offer.allowed || best.offer.deadline) expect(said).toMatch(/[.。”“»」]$/);
        }
      }),
    );
  });
});
