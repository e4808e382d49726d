import { formatMoney } from '#app/kernel/money.ts';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import { spokenLink } from '#app/kernel/spoken-link.ts';
import type { Values } from '#app/modules/own-words/index.server.ts';
import { trackingWords, writeDays } from '#app/modules/tracking/index.server.ts';
import type { OrderFacts, ParcelFacts, TicketFacts } from '../facts/facts.ts';
import { macroStates, type MacroStateValues, type MacroVariable } from './macro-variables.ts';

export type MacroValues = Values & Readonly<Record<MacroVariable, string | readonly string[]>> & MacroStateValues;

export interface ValueNeeds {
  facts: TicketFacts;
  /** The order it is about, where the ticket has several; null: the likeliest. */
  orderId?: string | null;
  agentName: string;
  /** What is put under every answer of the agent; empty where they have none. */
  signature: string;
  /** Where a customer follows an order; asked for orders that are this person's own only. */
  trackingUrl(orderId: string): string;
  /** Where returns are begun; empty while the shop's portal is closed. */
  returnsUrl: string;
}

/** What is so now, ready to be read in a language, which its links speak too. What an order says is named only where it is surely this person's own. */
export function macroValues(locale: CustomerLocale, { facts, orderId = null, agentName, signature, trackingUrl, returnsUrl }: ValueNeeds): MacroValues {
  const order = facts.orders.find(({ id, isTheirs }) => isTheirs && (orderId === null || id === orderId)) ?? null;
  const parcel = order && meantParcel(order);
  const day = (at: string | null | undefined) => (at ? writeDays(locale, at, at).replace(/\.$/, '') : '');
  const expected = parcel?.expected && parcel.expected.to >= facts.today ? parcel.expected : null;
  return {
    ...statesOf(order, parcel),
    first_name: calledIn(locale, facts),
    agent_name: agentName,
    signature,
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
    tracking_url: order ? spokenLink(trackingUrl(order.id), locale) : '',
    returns_url: returnsUrl === '' ? '' : spokenLink(returnsUrl, locale),
  };
}

/** The parcel that words are about: one that is still awaited, lost before others; else one that comes back; else the newest. */
export function meantParcel({ parcels }: Pick<OrderFacts, 'parcels'>): ParcelFacts | null {
  const awaited = parcels.filter(({ where }) => where !== 'delivered' && where !== 'returning');
  return awaited.findLast(({ where }) => where === 'lost') ?? awaited.at(-1) ?? parcels.findLast(({ where }) => where === 'returning') ?? parcels.at(-1) ?? null;
}

/** What of an order conditions may ask for. */
export function statesOf(order: OrderFacts | null, parcel: ParcelFacts | null): MacroStateValues {
  if (!order) return { parcel_is: '', has_arrived: '', order_is: '' };
  const wheres = order.parcels.map(({ where }) => where);
  // Where all was sent and no parcel is known, nobody knows where it is.
  const unsent = order.isSent ? '' : 'unsent';
  const isOpen = wheres.some((where) => where === 'unknown' || where === 'lost') || (wheres.length === 0 && order.isSent);
  return {
    parcel_is: parcel === null ? unsent : parcel.where === 'unknown' ? '' : parcel.where,
    has_arrived: wheres.includes('delivered') ? 'yes' : isOpen ? '' : 'no',
    order_is: order.cancelledOn !== null ? 'cancelled' : order.isSent ? 'sent' : 'open',
  };
}

/** Where the family's name comes first nobody is called by the other alone. */
function calledIn(locale: CustomerLocale, { firstName, lastName }: TicketFacts): string {
  const whole = `${lastName}${firstName}`;
  return (locale === 'zh-CN' || locale === 'ja') && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(whole) ? whole : firstName;
}

const known: MacroValues = {
  parcel_is: 'moving', has_arrived: 'no', order_is: 'sent',
  first_name: 'Ada', agent_name: 'Mia', signature: '', shop_name: 'Shop', order_name: '#1001', order_total: '12.00', items: ['Cup'], carrier: 'DHL', tracking_number: '123', parcel_status: '-', expected: '-', missed: '-', shipped_on: '-',
  delivered_on: '-', refund_amount: '1.00', tracking_url: 'https://example.com', returns_url: 'https://example.com',
};

/** What words are tried with before they are kept: much known, wherever the parcel is, and next to nothing. */
export const macroTrials: readonly MacroValues[] = [
  known,
  ...macroStates.parcel_is.map((parcel_is): MacroValues => ({ ...known, parcel_is, has_arrived: 'yes', order_is: 'open' })),
  { ...known, parcel_is: '', has_arrived: '', order_is: '', first_name: '', signature: 'Mia', order_name: '', order_total: '', items: [], carrier: '', tracking_number: '', parcel_status: '', expected: '', missed: '', shipped_on: '', delivered_on: '', refund_amount: '', tracking_url: '', returns_url: '' },
];
