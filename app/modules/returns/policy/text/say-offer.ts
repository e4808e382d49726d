import { calendarOf } from '../calendar.ts';
import type { AllowedOffer, BestOffer, RefusedOffer } from '../decision.ts';
import { sayClause } from './say-rule.ts';
import type { PolicyWords } from './words.ts';

/** Why something is not possible, with the sentence of the policy that says so. */
export function sayRefusal(offer: RefusedOffer, zone: string, words: PolicyWords): string {
  return words.t('because', { refusal: refusalOf(offer, zone, words), sentence: sayClause(offer.clause, words) });
}

function refusalOf({ why, outcome, deadline, clause }: RefusedOffer, zone: string, { t, day, money }: PolicyWords): string {
  const ended = () => ({ day: deadline ? day(calendarOf(zone).dayOf(deadline)) : '' });
  switch (why) {
    case 'final_sale':
      return t('refused.final_sale');
    case 'period_ended':
      return t('refused.period_ended', ended());
    case 'warranty_ended':
      return t('refused.warranty_ended', ended());
    case 'not_offered':
      return t('refused.not_offered', { outcome: t(`outcome.${outcome}`) });
    case 'worth_too_much':
      return t('refused.worth_too_much', { amount: money(clause.settles.keep?.below ?? 0) });
  }
}

/** Until when, and from what it is counted; null where there is no end. */
export function sayDeadline({ deadline, countedFrom, clauses }: AllowedOffer, zone: string, { t, day }: PolicyWords): string | null {
  if (deadline && countedFrom) return t(`until.${countedFrom.by}`, { day: day(calendarOf(zone).dayOf(deadline)), from: day(calendarOf(zone).dayOf(countedFrom.at)) });
  return clauses.some(({ settles: { period, warranty } }) => period?.kind === 'days' || warranty) ? t('until.open') : null;
}

/** Whose terms apply where two versions differ, and in what they are better; null where they are alike. */
export function sayBetter({ from, because }: BestOffer, { t }: PolicyWords): string | null {
  return from === 'both' || because === null ? null : t(`better.${from}`, { advantage: t(`advantage.${because}`) });
}
