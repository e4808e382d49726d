import { formatMoney } from '#app/kernel/money.ts';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { Values } from '#app/modules/own-words/index.server.ts';
import { trackingWords, writeDays } from '#app/modules/tracking/index.server.ts';
import type { TicketFacts } from '../facts/facts.ts';
import type { MacroVariable } from './macro-variables.ts';

export type MacroValues = Values & Readonly<Record<MacroVariable, string | readonly string[]>>;

export interface ValueNeeds {
  facts: TicketFacts;
  /** The order it is about, where the ticket has several; null: the likeliest. */
  orderId?: string | null;
  agentName: string;
  /** Where a customer follows an order; asked for orders that are this person's own only. */
  trackingUrl(orderId: string): string;
  /** Where returns are begun; empty while the shop's portal is closed. */
  returnsUrl: string;
}

/** What is so now, ready to be read in a language. What an order says is named only where it is surely this person's own. */
export function macroValues(locale: CustomerLocale, { facts, orderId = null, agentName, trackingUrl, returnsUrl }: ValueNeeds): MacroValues {
  const order = facts.orders.find(({ id, isTheirs }) => isTheirs && (orderId === null || id === orderId)) ?? null;
  // The parcel that is still awaited, else the newest one.
  const parcel = order?.parcels.findLast(({ deliveredOn }) => deliveredOn === null) ?? order?.parcels.at(-1) ?? null;
  const day = (at: string | null | undefined) => (at ? writeDays(locale, at, at).replace(/\.$/, '') : '');
  const expected = parcel?.expected && parcel.expected.to >= facts.today ? parcel.expected : null;
  return {
    first_name: calledIn(locale, facts),
    agent_name: agentName,
    shop_name: facts.shopName,
    order_name: order?.name ?? '',
    order_total: order ? formatMoney(order.total, locale) : '',
    items: order?.items.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title)) ?? [],
    carrier: parcel?.carrier ?? '',
    tracking_number: parcel?.number ?? '',
    parcel_status: parcel ? trackingWords([locale]).t(`status.${parcel.status}`).replace(/[.。]$/, '') : '',
    expected: expected ? writeDays(locale, expected.from < facts.today ? expected.to : expected.from, expected.to).replace(/\.$/, '') : '',
    missed: day(parcel?.missed),
    shipped_on: day(parcel?.shippedOn),
    delivered_on: day(parcel?.deliveredOn),
    refund_amount: order && order.refunded.minor > 0 ? formatMoney(order.refunded, locale) : '',
    tracking_url: order ? trackingUrl(order.id) : '',
    returns_url: returnsUrl,
  };
}

/** Where the family's name comes first nobody is called by the other alone. */
function calledIn(locale: CustomerLocale, { firstName, lastName }: TicketFacts): string {
  const whole = `${lastName}${firstName}`;
  return (locale === 'zh-CN' || locale === 'ja') && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(whole) ? whole : firstName;
}

const known: MacroValues = {
  first_name: 'Ada', agent_name: 'Mia', shop_name: 'Shop', order_name: '#1001', order_total: '12.00', items: ['Cup'], carrier: 'DHL', tracking_number: '123', parcel_status: '-', expected: '-', missed: '-', shipped_on: '-',
  delivered_on: '-', refund_amount: '1.00', tracking_url: 'https://example.com', returns_url: 'https://example.com',
};

/** What words are tried with before they are kept: much known, and next to nothing. */
export const macroTrials: readonly MacroValues[] = [
  known,
  { ...known, first_name: '', order_name: '', order_total: '', items: [], carrier: '', tracking_number: '', parcel_status: '', expected: '', missed: '', shipped_on: '', delivered_on: '', refund_amount: '', tracking_url: '', returns_url: '' },
];
