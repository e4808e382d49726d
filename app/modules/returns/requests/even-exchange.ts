import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import type { BestOffer } from '../policy/decision.ts';
import type { Plan, Problem, WishedReturnLine } from './request.ts';

/** Wishes of a gift's recipient that cannot be an even exchange, whatever goes out: another outcome, an exception, or something to pay for it. */
export function unevenWishes(wishes: readonly WishedReturnLine[], { kind }: WayBackChoice, offers: readonly (BestOffer | null)[]): Problem[] {
  return wishes.flatMap(({ lineId, outcome }, at) => {
    const isEven = outcome === 'exchange' && kind !== 'own_label' && costsNothing(offers[at] ?? null);
    return isEven ? [] : [notEven(lineId)];
  });
}

/** True where the policy gives it without a fee, and sends it back on the shop's account. */
export function costsNothing(best: BestOffer | null): boolean {
  return best !== null && best.offer.allowed && best.offer.fee.percent === 0 && best.offer.wayBack.amount === 0;
}

/** Lines of a plan that is not exactly even: those whose exchange has another price, or all of them where the sum is not nothing. */
export function unevenLines({ lines, money, shown, fee }: Plan, priceOf: (lineId: string) => number): Problem[] {
  const uneven = lines.filter(({ lineId, exchange }) => exchange?.agreed.unitPrice !== priceOf(lineId));
  if (uneven.length > 0) return uneven.map(({ lineId }) => notEven(lineId));
  const isEven = money.balance === 0 && shown.refund === 0 && shown.owed === 0 && shown.bonus === 0 && fee === 0;
  return isEven ? [] : lines.map(({ lineId }) => notEven(lineId));
}

function notEven(lineId: string): Problem {
  return { lineId, problem: 'not_even', offer: null };
}
