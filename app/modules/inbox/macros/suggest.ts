import { fold } from '#app/kernel/text.ts';
import type { TicketFacts } from '../facts/facts.ts';
import type { Macro } from './macro.ts';
import { situationWords } from './situation-words.ts';
import type { Situation } from './situations/situation.ts';

/** How well each macro fits a ticket; 0: nothing speaks for it. What the merchant said weighs most, then what the order shows, then the customer's words. */
export function fitOf(macro: Pick<Macro, 'conditions' | 'situation'>, facts: TicketFacts): number {
  return conditionsFit(macro, facts) + (macro.situation ? situationFit(macro.situation, facts) : 0);
}

function conditionsFit({ conditions: { categories, channels, words } }: Pick<Macro, 'conditions'>, { category, channel, lastWords }: TicketFacts): number {
  if (categories.length + channels.length + words.length === 0) return 0;
  const said = fold(lastWords);
  const fits =
    (categories.length === 0 || categories.some((one) => one === category)) &&
    (channels.length === 0 || channels.some((one) => one === channel)) &&
    (words.length === 0 || words.some((word) => said.includes(fold(word))));
  return fits ? 4 : 0;
}

function situationFit(situation: Situation, { orders, lastWords, category }: TicketFacts): number {
  const said = situationWords[situation].test(fold(lastWords)) ? 2 : 0;
  const open = orders[0]?.parcels.filter(({ deliveredOn }) => deliveredOn === null) ?? [];
  const isLate = open.some(({ missed, troubles }) => missed !== null || troubles.includes('past_date'));
  const isSilent = open.some(({ troubles, status }) => troubles.includes('silent') || troubles.includes('denied') || status === 'expired');
  switch (situation) {
    case 'late':
      return said + (isLate ? 2 : 0) + (category === 'shipping' && open.length > 0 ? 1 : 0);
    case 'lost':
      return said + (isSilent ? 2 : 0);
    case 'return_refund':
      return said + (category === 'returns' ? 1 : 0) + ((orders[0]?.returns.length ?? 0) > 0 ? 1 : 0);
    default:
      return said;
  }
}
