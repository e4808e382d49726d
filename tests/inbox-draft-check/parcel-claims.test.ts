import { describe, expect, it } from 'vitest';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { checkDraft } from '#app/modules/inbox/draft-check/check-draft.ts';
import type { OrderFacts, ParcelFacts } from '#app/modules/inbox/facts/facts.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';

const euro = (minor: number) => ({ minor, currency: 'EUR' });
const parcel: ParcelFacts = { number: 'JD014600012345678901', carrier: 'DHL', status: 'in_transit', troubles: [], where: 'moving', shippedOn: '2026-11-16', deliveredOn: null, expected: { from: '2026-11-24', to: '2026-11-24' }, missed: null };
const moving: OrderFacts = {
  id: '1', name: '#1042', isTheirs: true, placedOn: '2026-11-14', cancelledOn: null, currency: 'EUR', total: euro(12000), subtotal: euro(12000), shipping: euro(0), tax: euro(0), refunded: euro(0), refunds: [],
  items: [{ title: 'Pot', quantity: 2, price: euro(6000) }], parcels: [parcel], isSent: true, isSentAgain: false, returns: [],
};
const at = (changes: Partial<ParcelFacts>): OrderFacts => ({ ...moving, parcels: [{ ...parcel, ...changes }] });
const delivered = at({ where: 'delivered', status: 'delivered', deliveredOn: '2026-11-19', expected: null });
const returning = at({ where: 'returning', status: 'exception', expected: null });
const lost = at({ where: 'lost', troubles: ['silent'] });
const unsent: OrderFacts = { ...moving, parcels: [], isSent: false };

const check = (locale: CustomerLocale, draft: string, order: OrderFacts) => checkDraft(draft, { locale, today: '2026-11-20', order, orderNames: ['#1042'], writeDays });

/** How agents say it in each language, and what says neither. */
const spoken: Record<CustomerLocale, { lost: readonly string[]; again: readonly string[]; harmless: readonly string[] }> = {
  en: {
    lost: ['Your parcel is lost.', 'Unfortunately your order was lost in transit.', 'I am sorry, the parcel has gone missing.', 'We must take it for lost.', 'The carrier lost your parcel.'],
    again: ['We have sent you a replacement.', 'We send it again today.', 'I’ve already shipped a new one.', 'Your items were sent again this morning.', 'We have resent your order.'],
    harmless: ['If it is lost, we send it again.', 'We can send it to you again.', 'You can choose: we send it again, or you have your money back.', 'Is your parcel lost?', 'Sorry to hear that you think your parcel is lost.', 'The parcel is not lost.', 'We have sent you our email once more.', 'Please send us the photo again.', 'Thank you for writing again.', 'Should it be lost, tell us.', 'It is on its way again.'],
  },
  de: {
    lost: ['Ihr Paket ist verloren.', 'Leider ist die Sendung verloren gegangen.', 'Wir halten es für verloren.', 'Ihre Bestellung ist verschollen.'],
    again: ['Wir haben Ihnen Ersatz geschickt.', 'Wir senden es noch einmal.', 'Ich habe die Ware heute erneut versandt.', 'Wir haben ein neues Paket losgeschickt.'],
    harmless: ['Falls es verloren ist, senden wir es noch einmal.', 'Wir können es noch einmal senden.', 'Wir senden es noch einmal, oder Sie bekommen Ihr Geld zurück.', 'Ist Ihr Paket verloren?', 'Das Paket ist nicht verloren.', 'Wir haben Ihnen unsere Mail noch einmal geschickt.', 'Bitte senden Sie uns das Foto noch einmal.', 'Danke, dass Sie noch einmal schreiben.'],
  },
  fr: {
    lost: ['Votre colis est perdu.', 'Malheureusement, la commande a été égarée.', 'Nous le considérons comme perdu.'],
    again: ['Nous vous avons envoyé un article de remplacement.', 'Nous avons renvoyé votre commande.', 'Un nouveau colis a été expédié ; nous l’avons envoyé à nouveau.'],
    harmless: ['Si le colis est perdu, nous le renvoyons.', 'Nous pouvons le renvoyer : il peut être envoyé à nouveau.', 'Votre colis est-il perdu ?', 'Le colis n’est pas perdu.', 'Nous vous avons envoyé notre e-mail encore une fois.', 'Merci de nous renvoyer la photo.', 'Vous pouvez nous renvoyer l’article.'],
  },
  es: {
    lost: ['Su paquete está perdido.', 'Lamentablemente el pedido se ha extraviado.', 'Lo damos por perdido.', 'El paquete se perdió.'],
    again: ['Le hemos enviado un reemplazo.', 'Se lo volvemos a mandar.', 'Hemos reenviado su pedido.', 'Le hemos mandado el artículo otra vez.'],
    harmless: ['Si está perdido, se lo volvemos a mandar.', 'Se lo volvemos a mandar, o recupera su dinero.', '¿Está perdido su paquete?', 'El paquete no está perdido.', 'Le hemos enviado nuestro correo otra vez.', 'Por favor, mándenos la foto de nuevo.', 'Podría ser enviado de nuevo.'],
  },
  'pt-PT': {
    lost: ['A sua encomenda está perdida.', 'Infelizmente a encomenda foi extraviada.', 'A encomenda perdeu-se.', 'Damos o pacote por perdido.'],
    again: ['Enviámos um artigo de substituição.', 'Reenviámos a sua encomenda.', 'O artigo foi enviado de novo.', 'Enviámos outra vez o seu pedido.'],
    harmless: ['Se estiver perdida, enviamos de novo.', 'A encomenda pode ser enviada de novo.', 'Enviamos de novo, ou devolvemos o dinheiro.', 'A sua encomenda está perdida?', 'A encomenda não está perdida.', 'Enviámos o nosso email mais uma vez.'],
  },
  'zh-CN': {
    lost: ['您的包裹已经丢失。', '很遗憾,您的快递丢了。', '包裹被承运商弄丢了。'],
    again: ['我们已为您补发。', '我们已经重新寄出。', '商品已再次发出。', '我们给您重新发货了。'],
    harmless: ['如果包裹丢失,我们会重新寄出。', '我们可以为您补发。', '我们重新寄一份,或者退款。', '包裹丢失了吗?', '包裹没有丢失。', '我们已再次把邮件发给您。', '请再发一次照片。'],
  },
  ja: {
    lost: ['お荷物は紛失しました。', '誠に申し訳ございません、お荷物が紛失しております。', '荷物が行方不明になりました。'],
    again: ['代わりの商品を発送しました。', '商品をもう一度お送りしました。', '再送いたしました。', '交換品を発送いたしました。'],
    harmless: ['紛失した場合はもう一度お送りします。', 'もう一度お送りすることもできます。', '再送するか、または返金いたします。', 'お荷物は紛失しましたでしょうか?', 'お荷物は紛失しておりません。', 'メールを再度お送りしました。', '写真をもう一度お送りください。'],
  },
};

describe.each(customerLocales)('in %s', (locale) => {
  const say = spoken[locale];
  it('a parcel is said to be lost only where it may be', () => {
    for (const draft of say.lost) {
      for (const order of [moving, delivered, returning, unsent]) expect([draft, check(locale, draft, order).map(({ claim }) => claim)]).toEqual([draft, ['lost']]);
      for (const order of [lost, at({ where: 'late', troubles: ['past_date'] }), at({ where: 'unknown', number: null }), { ...moving, parcels: [] }]) expect([draft, check(locale, draft, order)]).toEqual([draft, []]);
    }
  });

  it('goods are said to be sent again only where they were', () => {
    for (const draft of say.again) {
      expect([draft, check(locale, draft, moving).map(({ claim }) => claim)]).toEqual([draft, ['sent_again']]);
      expect([draft, check(locale, draft, { ...moving, isSentAgain: true })]).toEqual([draft, []]);
    }
  });

  it('what is asked, offered, denied or supposed claims neither', () => {
    for (const draft of say.harmless) for (const order of [moving, delivered, returning]) expect([draft, check(locale, draft, order)]).toEqual([draft, []]);
  });

  it('what is so is offered in place of the sentence, and is itself right', () => {
    const draft = `1\n${say.lost[0] ?? ''} 2`;
    const offered = [delivered, returning, moving, unsent, at({ expected: null })].map((order) => {
      const [found] = check(locale, draft, order);
      expect(draft.slice(found?.from, found?.to)).toBe(say.lost[0]);
      expect(check(locale, found?.instead ?? '', order)).toEqual([]);
      return found?.instead;
    });
    expect(new Set(offered).size).toBe(5);
    expect(offered[0]).toContain(writeDays(locale, '2026-11-19', '2026-11-19').replace(/\.$/, ''));
    expect(check(locale, draft, at({ status: 'pre_shipment' }))).toMatchObject([{ claim: 'lost', instead: null }]);
  });
});
