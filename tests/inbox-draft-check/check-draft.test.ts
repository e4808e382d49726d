import { describe, expect, it } from 'vitest';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { formatMoney } from '#app/kernel/money.ts';
import { checkDraft, type CheckNeeds } from '#app/modules/inbox/draft-check/check-draft.ts';
import { shifted } from '#app/modules/inbox/draft-check/read-days.ts';
import type { OrderFacts, ParcelFacts } from '#app/modules/inbox/facts/facts.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';
import { spoken } from './spoken.ts';

const today = '2026-11-20';
const euro = (minor: number) => ({ minor, currency: 'EUR' });
const parcel: ParcelFacts = { number: 'JD014600012345678901', carrier: 'DHL', status: 'in_transit', troubles: [], where: 'moving', shippedOn: '2026-11-16', deliveredOn: null, expected: { from: '2026-11-24', to: '2026-11-24' }, missed: null };
const order: OrderFacts = {
  id: '1', name: '#1042', isTheirs: true, placedOn: '2026-11-14', cancelledOn: null, currency: 'EUR', total: euro(123450), subtotal: euro(120000), shipping: euro(495), tax: euro(19710), refunded: euro(0), refunds: [],
  items: [{ title: 'Pot', quantity: 2, price: euro(60000) }], parcels: [parcel], isSent: true, isSentAgain: false, returns: [],
};
const delivered: OrderFacts = { ...order, parcels: [{ ...parcel, deliveredOn: '2026-11-19', expected: null, status: 'delivered' }], refunded: euro(60000), refunds: [euro(60000)] };
const nothing: OrderFacts = { ...order, parcels: [] };
const check = (locale: CustomerLocale, draft: string, of: OrderFacts = order, more: Partial<CheckNeeds> = {}) =>
  checkDraft(draft, { locale, today, order: of, orderNames: [order.name], writeDays, ...more });

/** A day in every way in which somebody may write it. */
function ways(locale: CustomerLocale, day: string): string[] {
  const at = new Date(day);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at);
  return [format({ day: 'numeric', month: 'long' }), format({ weekday: 'long', day: 'numeric', month: 'long' }), format({ dateStyle: 'long' }), format({ day: 'numeric', month: 'short' }), day];
}
const fill = (sentence: string, values: { day?: string; sum?: string }) => sentence.replace('{day}', values.day ?? '').replace('{sum}', values.sum ?? '');

/** Everything an agent may say rightly, and wrongly, of these orders. */
function corpus(locale: CustomerLocale): { right: [string, OrderFacts][]; wrong: [string, OrderFacts][] } {
  const say = spoken[locale];
  const sum = (minor: number) => formatMoney(euro(minor), locale);
  const days = (sentences: readonly string[], day: string, of: OrderFacts) => sentences.flatMap((sentence) => ways(locale, day).map((written): [string, OrderFacts] => [fill(sentence, { day: written }), of]));
  const sums = (sentences: readonly string[], minor: number, of: OrderFacts) => sentences.map((sentence): [string, OrderFacts] => [fill(sentence, { sum: sum(minor) }), of]);
  return {
    right: [
      ...days(say.delivery, '2026-11-24', order), ...days(say.delivered, '2026-11-19', delivered), ...days(say.shipped, '2026-11-16', order),
      ...sums(say.refunded, 60000, delivered), ...sums(say.total, 123450, order),
      ...[order, delivered, nothing].flatMap((of) => say.harmless.map((sentence): [string, OrderFacts] => [sentence, of])),
    ],
    wrong: [
      ...days(say.delivery, '2026-11-27', order), ...days(say.delivered, '2026-11-12', delivered), ...days(say.shipped, '2026-11-09', order),
      ...sums(say.refunded, 50000, delivered), ...sums(say.total, 99900, order), ...say.untrue.map((sentence): [string, OrderFacts] => [sentence, nothing]), ...say.phrases.map((sentence): [string, OrderFacts] => [sentence, order]),
    ],
  };
}

describe('what is wrong in a draft', () => {
  it.each(customerLocales)('is seen in %s nineteen times out of twenty, and what is right is left alone', (locale) => {
    const { right, wrong } = corpus(locale);
    const missed = wrong.filter(([draft, of]) => check(locale, draft, of).length === 0).map(([draft]) => draft);
    const alarms = right.filter(([draft, of]) => check(locale, draft, of).length > 0).map(([draft]) => draft);
    expect({ missed: missed.length / wrong.length > 0.05 ? missed : [], alarms: alarms.length / right.length > 0.02 ? alarms : [] }).toEqual({ missed: [], alarms: [] });
    expect(wrong.length).toBeGreaterThan(40);
  });

  it('stands where it was written, with the right value to take its place', () => {
    const draft = 'Hello Ada,\nyour parcel is expected on 27 November. Sorry for the wait!';
    const [found, ...more] = check('en', draft);
    expect(more).toEqual([]);
    expect(draft.slice(found?.from, found?.to)).toBe('27 November');
    expect(found).toMatchObject({ kind: 'date', claim: 'delivery_day', instead: writeDays('en', '2026-11-24', '2026-11-24') });
    expect(check('de', 'Wir haben Ihnen 500,00 € erstattet.', delivered)).toMatchObject([{ kind: 'amount', claim: 'refund_amount', instead: formatMoney(euro(60000), 'de') }]);
  });

  it.each([
    ['en', ['You can return it until 24 December, 30 days after delivery.', 'If it has not arrived by 27 November, we send it again.', 'DHL tried to deliver it on 18 November.', 'Expect our answer by 23 November.']],
    ['de', ['Sie können die Ware bis zum 24. Dezember zurücksenden, also 30 Tage nach der Lieferung.', 'Bitte warten Sie noch bis zum 27. November auf die Lieferung.', 'Sollte das Paket bis zum 27. November nicht ankommen, senden wir es noch einmal.']],
    ['fr', ['Vous pouvez le renvoyer jusqu’au 24 décembre, soit 30 jours après la livraison.', 'Si le colis n’arrive pas avant le 27 novembre, nous le renvoyons.']],
    ['es', ['Puede devolverlo hasta el 24 de diciembre, 30 días después de la entrega.', 'Si no llega antes del 27 de noviembre, se lo volvemos a mandar.']],
    ['pt-PT', ['Pode devolver até 24 de dezembro, 30 dias depois da entrega.', 'Se não chegar até 27 de novembro, enviamos de novo.']],
    ['zh-CN', ['您可以在12月24日之前退货,即收到后30天内。', '如果11月27日还没有收到,我们会补发。']],
    ['ja', ['お届けから30日、12月24日まで返品いただけます。', '11月27日までに届かない場合は、もう一度お送りします。']],
  ] as const)('is no day of returning, of waiting or of a condition, in %s', (locale, drafts) => {
    for (const draft of drafts) for (const of of [order, delivered]) expect([draft, check(locale, draft, of)]).toEqual([draft, []]);
  });

  it.each([
    ['en', ['Your return has arrived at our warehouse.', 'I have cancelled the pickup.', 'Our e-mail was sent out on 17 November.', 'It was shipped back to us.'], 'Your return has arrived, and we have refunded you.'],
    ['de', ['Ihre Rücksendung ist bei uns angekommen.', 'Ihre Nachricht ist angekommen.', 'Ich habe die Abholung storniert.'], 'Die Retoure ist da, wir haben Ihnen das Geld erstattet.'],
    ['fr', ['Votre retour est bien arrivé chez nous.', 'Votre message est bien arrivé.'], 'Votre retour est là, la somme a été remboursée.'],
    ['es', ['Su devolución ha llegado.', 'El mensaje fue enviado ayer.'], 'Su devolución ha llegado y el dinero ha sido reembolsado.'],
    ['pt-PT', ['A devolução chegou.', 'O email foi enviado.'], 'A devolução chegou e o dinheiro foi reembolsado.'],
    ['zh-CN', ['退货已签收。', '邮件已发出。'], '退货已签收,已为您退款。'],
    ['ja', ['返品が到着しました。', 'メールを発送しました。'], '返品が到着し、返金いたしました。'],
  ] as const)('is nothing of a letter, a return or a pick-up, but what they say of money, in %s', (locale, drafts, ofMoney) => {
    for (const draft of drafts) expect([draft, check(locale, draft, nothing)]).toEqual([draft, []]);
    expect([ofMoney, check(locale, ofMoney, nothing).map(({ claim }) => claim)]).toEqual([ofMoney, ['refunded']]);
  });

  it('may mean any day of a range, a day of the week, or tomorrow', () => {
    const soon: OrderFacts = { ...order, parcels: [{ ...parcel, expected: { from: shifted(today, 1), to: shifted(today, 3) } }] };
    expect(check('en', 'It arrives tomorrow.', soon)).toEqual([]);
    expect(check('en', 'It will be delivered on Sunday.', soon)).toEqual([]);
    expect(check('en', 'It will be delivered on Thursday.', soon)).toMatchObject([{ claim: 'delivery_day' }]);
    expect(check('zh-CN', '包裹预计后天送达。', soon)).toEqual([]);
    expect(check('ja', '本日お届け予定です。', soon)).toMatchObject([{ claim: 'delivery_day' }]);
  });

  it('is a day of waiting for what came long ago', () => {
    expect(check('en', 'It will certainly arrive tomorrow.', delivered)).toMatchObject([{ claim: 'delivered_day', instead: writeDays('en', '2026-11-19', '2026-11-19') }]);
  });

  it('is not what was agreed a moment ago, nor what nobody knows', () => {
    expect(check('en', 'We have refunded €20.00.', order, { agreed: [euro(2000)] }).filter(({ kind }) => kind === 'amount')).toEqual([]);
    expect(checkDraft('It was delivered on 1 January. You paid $5.', { locale: 'en', today, order: null, orderNames: [], writeDays })).toEqual([]);
  });

  it('may be another customer’s order or parcel, or money the order was not paid in', () => {
    expect(check('en', 'Your order #1043 is on its way.')).toMatchObject([{ claim: 'unknown_order', instead: '#1042' }]);
    expect(check('en', 'Your order #1042 is on its way.', { ...order, name: 'NL-1042-EU' }, { orderNames: ['NL-1042-EU'] })).toEqual([]);
    expect(check('en', 'We keep this as ticket #4711.', order, { ticketNames: ['#4711'] })).toEqual([]);
    expect(check('en', 'Your return #1042-R1 is known.')).toEqual([]);
    expect(check('en', 'Its number is JD014600012345678902.')).toMatchObject([{ claim: 'unknown_parcel', instead: 'JD014600012345678901' }]);
    expect(check('en', 'You paid $1,234.50.')).toMatchObject([{ kind: 'currency' }]);
  });

  it('may be what the merchant forbids', () => {
    expect(check('en', 'Have a nice day, DEAR.', order, { phrases: ['dear', ''] })).toMatchObject([{ claim: 'forbidden', from: 17 }]);
    expect(check('en', 'We CAN’T\nhelp (you).', order, { phrases: ["can't help (you)"] })).toMatchObject([{ claim: 'forbidden', from: 3, to: 19 }]);
    expect(check('de', 'Take it or leave it.', order, { phrases: ['take it'] })).toMatchObject([{ claim: 'forbidden', from: 0 }]);
  });

  it('may be written at any length', () => {
    const long = `${'It will arrive on 27 November, '.repeat(300)}${'a'.repeat(100_000)}${'1'.repeat(100_000)}`;
    expect(check('en', long).length).toBeGreaterThan(100);
  });
});
