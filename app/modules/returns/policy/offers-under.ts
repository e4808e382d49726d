import type { Case } from './applies.ts';
import { countedFrom, deadlineOf } from './deadline.ts';
import type { Offer, RefusedOffer } from './decision.ts';
import { chargeableOutcomes, type ChargeableOutcome, type Matter, type Outcome } from './matters.ts';
import type { PolicyVersion } from './policy.ts';
import { settle, type Settled } from './settle.ts';

/** What one version gives for a case: each outcome on offer with all it brings, or refused by its clause. */
export function offersUnder(version: PolicyVersion, about: Case, now: Date): Record<Outcome, Offer> {
  const settled = settle(version, about);
  const terms = { settled, about, now, transitDays: version.policy.transitDays };
  return {
    refund: offerOf('refund', terms),
    store_credit: offerOf('store_credit', terms),
    exchange: offerOf('exchange', terms),
    other_product: offerOf('other_product', terms),
    keep: offerOf('keep', terms),
    warranty: offerOf('warranty', terms),
  };
}

interface Terms {
  settled: Settled;
  about: Case;
  now: Date;
  transitDays: number;
}

function offerOf(outcome: Outcome, terms: Terms): Offer {
  const { says, clause, version, unsure } = terms.settled;
  const from = countedFrom(terms.about.line.delivery, terms.transitDays);
  const deadline = deadlineOf(outcome === 'warranty' ? { kind: 'days', days: says.warranty.days, until: null } : says.period, from, terms.about.order.zone);
  const no = refusal(outcome, terms, deadline);
  if (no) return { allowed: false, outcome, version, why: no.why, deadline, clause: clause(no.matter), unsure };
  const money = moneyOf(outcome, terms);
  return {
    allowed: true,
    outcome,
    version,
    deadline,
    countedFrom: deadline && from,
    ...money,
    photos: says.evidence.photos,
    questions: says.evidence.questions,
    approval: unsure.length > 0 ? 'person' : says.approval.by,
    location: says.location.to,
    refundOn: says.refund_on.step,
    clauses: settling(outcome).map(clause),
    unsure,
  };
}

function refusal(outcome: Outcome, { settled: { says }, about, now }: Terms, deadline: Date | null): { why: RefusedOffer['why']; matter: Matter } | null {
  const isOver = deadline !== null && now > deadline;
  if (outcome !== 'warranty' && says.period.kind === 'final_sale') return { why: 'final_sale', matter: 'period' };
  if (!says[outcome].offered) return { why: 'not_offered', matter: outcome };
  if (outcome === 'warranty') return isOver ? { why: 'warranty_ended', matter: 'warranty' } : null;
  if (isOver) return { why: 'period_ended', matter: 'period' };
  return outcome === 'keep' && about.line.value >= says.keep.below ? { why: 'worth_too_much', matter: 'keep' } : null;
}

/** The fee is of what was paid; the bonus of what is left. */
function moneyOf(outcome: Outcome, { settled: { says }, about: { line } }: Terms) {
  const isCharged = (waived: ChargeableOutcome[]) => isChargeable(outcome) && !waived.includes(outcome);
  const percent = isCharged(says.fee.waived) ? says.fee.percent : 0;
  const fee = share(line.value, percent);
  const bonusPercent = outcome === 'store_credit' ? says.store_credit.bonus : 0;
  const bonus = share(line.value - fee, bonusPercent);
  return {
    fee: { percent, amount: fee },
    wayBack: wayBackOf(isChargeable(outcome), says.way_back, isCharged),
    bonus: { percent: bonusPercent, amount: bonus },
    back: outcome === 'warranty' ? 0 : line.value - fee + bonus,
  };
}

function wayBackOf(chargeable: boolean, way: Settled['says']['way_back'], isCharged: (waived: ChargeableOutcome[]) => boolean): { payer: 'shop' | 'customer'; amount: number | null } {
  if (way.payer === 'customer_directly' && chargeable) return { payer: 'customer', amount: null };
  if (way.payer === 'customer' && way.amount > 0 && isCharged(way.waived)) return { payer: 'customer', amount: way.amount };
  return { payer: 'shop', amount: 0 };
}

const share = (amount: number, percent: number) => Math.round((amount * percent) / 100);
const isChargeable = (outcome: Outcome): outcome is ChargeableOutcome => chargeableOutcomes.some((chargeable) => chargeable === outcome);

/** What settles an outcome that is allowed. */
function settling(outcome: Outcome): Matter[] {
  const costs: Matter[] = isChargeable(outcome) ? ['fee', 'way_back'] : [];
  return [...(outcome === 'warranty' ? [] : (['period'] satisfies Matter[])), outcome, ...costs, 'evidence', 'approval', ...(outcome === 'keep' ? [] : (['location', 'refund_on'] satisfies Matter[]))];
}
