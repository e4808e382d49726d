import type { CustomerLocale } from '#app/kernel/locales.ts';
import { daysLater } from '#app/kernel/time.ts';
import type { OrderFacts, ParcelFacts, TicketFacts } from '../facts/facts.ts';
import type { macroStates } from './macro-variables.ts';

/** Where the parcel of a made-up order is. */
export type SampleState = (typeof macroStates.parcel_is)[number];

/** A conversation that nobody had, about an order that nobody placed, to read words with. */
export function sampleFacts(where: SampleState, { locale, shopName, currency, today }: Pick<TicketFacts, 'locale' | 'shopName' | 'today'> & { currency: string }): TicketFacts {
  const ago = (days: number) => daysLater(today, -days);
  const money = (minor: number) => ({ minor, currency });
  const coming: ParcelFacts = { number: '1Z999AA10123456784', carrier: 'UPS', status: 'in_transit', troubles: [], where: 'moving', shippedOn: ago(6), deliveredOn: null, expected: { from: daysLater(today, 2), to: daysLater(today, 3) }, missed: null };
  const parcels: Record<SampleState, ParcelFacts[]> = {
    unsent: [],
    moving: [coming],
    late: [{ ...coming, where: 'late', troubles: ['past_date'], missed: ago(2) }],
    lost: [{ ...coming, where: 'lost', troubles: ['silent'], expected: null, missed: ago(9) }],
    delivered: [{ ...coming, where: 'delivered', status: 'delivered', deliveredOn: ago(1), expected: null }],
    returning: [{ ...coming, where: 'returning', status: 'exception', expected: null }],
  };
  const [subtotal, shipping] = [money(5_400), money(600)];
  const order: OrderFacts = {
    id: '', name: '#1001', isTheirs: true, placedOn: ago(8), cancelledOn: null, currency, total: money(6_000), subtotal, shipping, tax: money(0), refunded: money(0), refunds: [],
    items: [{ title: wares[locale], quantity: 2, price: money(2_700) }], returns: [], isSent: where !== 'unsent', isSentAgain: false, parcels: parcels[where],
  };
  return { ticketId: 0, ...names[locale], locale, shopName, today, orders: [order], lastWords: '', headline: '', category: null, channel: 'email' };
}

const wares: Record<CustomerLocale, string> = { en: 'Mug', 'zh-CN': '马克杯', de: 'Tasse', fr: 'Tasse', es: 'Taza', ja: 'マグカップ', 'pt-PT': 'Caneca' };
const names: Record<CustomerLocale, Pick<TicketFacts, 'firstName' | 'lastName'>> = {
  en: { firstName: 'Ada', lastName: 'Byron' },
  'zh-CN': { firstName: '小明', lastName: '王' },
  de: { firstName: 'Lena', lastName: 'Vogt' },
  fr: { firstName: 'Camille', lastName: 'Moreau' },
  es: { firstName: 'Lucía', lastName: 'Vega' },
  ja: { firstName: '花子', lastName: '山田' },
  'pt-PT': { firstName: 'Inês', lastName: 'Lopes' },
};
