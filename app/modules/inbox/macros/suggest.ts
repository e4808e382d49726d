import { fold } from '#app/kernel/text.ts';
import type { OrderFacts, TicketFacts } from '../facts/facts.ts';
import type { Macro } from './macro.ts';
import { meantParcel, statesOf } from './macro-values.ts';
import { situationWords } from './situation-words.ts';
import type { Situation } from './situations/situation.ts';

/** How well each macro fits a ticket; 0: nothing speaks for it, or what is known speaks against it. What the merchant said weighs most, then what the order shows, then the customer's words. */
export function fitOf(macro: Pick<Macro, 'conditions' | 'situation'>, facts: TicketFacts): number {
  return conditionsFit(macro, facts) + (macro.situation ? situationFit(macro.situation, facts) : 0);
}

function conditionsFit({ conditions: { categories, channels, words } }: Pick<Macro, 'conditions'>, { category, channel, lastWords, headline }: TicketFacts): number {
  if (categories.length + channels.length + words.length === 0) return 0;
  const said = fold(`${headline}\n${lastWords}`);
  const fits =
    (categories.length === 0 || categories.some((one) => one === category)) &&
    (channels.length === 0 || channels.some((one) => one === channel)) &&
    (words.length === 0 || words.some((word) => said.includes(fold(word))));
  return fits ? 4 : 0;
}

/** Whether a situation can be that of an order, by what is known of it: the words for another one would tell untruths. */
function holds(situation: Situation, order: OrderFacts): boolean {
  const { parcel_is: parcelIs, has_arrived: hasArrived, order_is: orderIs } = statesOf(order, meantParcel(order));
  const isCancelled = orderIs === 'cancelled';
  switch (situation) {
    case 'late':
      return !isCancelled && parcelIs !== 'delivered' && parcelIs !== 'returning';
    case 'lost':
      return parcelIs === 'lost' || parcelIs === '';
    case 'damaged':
    case 'wrong_item':
      return hasArrived !== 'no';
    case 'out_of_stock':
      return orderIs === 'open';
    case 'return_refund':
      return !isCancelled && parcelIs !== 'unsent' && parcelIs !== 'returning';
    case 'partial_refund':
      return order.refunded.minor < order.total.minor;
  }
}

function situationFit(situation: Situation, { orders, lastWords, headline, category }: TicketFacts): number {
  // The words tell of the first that is surely the writer's own.
  const order = orders.find(({ isTheirs }) => isTheirs) ?? orders[0];
  if (order && !holds(situation, order)) return 0;
  // What somebody writes above their words is often all they say of it, and as often left there from another mail.
  const said = situationWords[situation].test(fold(lastWords)) ? 2 : situationWords[situation].test(fold(headline)) ? 1 : 0;
  const open = order?.parcels.filter(({ where }) => where !== 'delivered' && where !== 'returning') ?? [];
  const isLate = open.some(({ missed, troubles }) => missed !== null || troubles.includes('past_date'));
  const isSilent = open.some(({ where }) => where === 'lost');
  switch (situation) {
    case 'late':
      return said + (isLate ? 2 : 0) + (category === 'shipping' && open.length > 0 ? 1 : 0);
    case 'lost':
      return said + (isSilent ? 2 : 0);
    case 'return_refund':
      return said + (category === 'returns' ? 1 : 0) + ((order?.returns.length ?? 0) > 0 ? 1 : 0);
    default:
      return said;
  }
}
