import { decimalString } from '#app/kernel/money.ts';
import type { ChargeableOutcome, Matter, Settlement } from '../matters.ts';
import { linesOf, minorOf } from './typed-values.ts';

/** What a rule settles as its fields hold it: amounts, days and lists as they are typed, and every field of a kind that can be chosen. */
export interface SettlementDraft {
  period: { kind: Settlement['period']['kind']; days: number; until: string };
  refund: { offered: boolean };
  store_credit: { offered: boolean; bonus: number };
  exchange: { offered: boolean };
  other_product: { offered: boolean };
  keep: { offered: boolean; below: string };
  warranty: { offered: boolean; days: number };
  fee: { percent: number; waived: ChargeableOutcome[] };
  way_back: { payer: Settlement['way_back']['payer']; amount: string; waived: ChargeableOutcome[] };
  evidence: { photos: number; questions: string };
  approval: { by: 'nobody' | 'person' };
  location: { value: string; name: string };
  refund_on: { step: 'scan' | 'receipt' | 'inspection' };
}

/** Everything a policy settles as its fields show it. */
export function toSettlementDraft(says: Settlement, currency: string): SettlementDraft {
  const { period, keep, way_back: way, evidence, location } = says;
  const shown = (minor: number) => (minor === 0 ? '' : decimalString({ minor, currency }));
  return {
    ...says,
    period: period.kind === 'days' ? { kind: 'days', days: period.days, until: period.until ?? '' } : { kind: period.kind, days: 30, until: '' },
    keep: { offered: keep.offered, below: shown(keep.below) },
    way_back: way.payer === 'customer' ? { payer: 'customer', amount: shown(way.amount), waived: way.waived } : { payer: way.payer, amount: '', waived: [] },
    evidence: { photos: evidence.photos, questions: evidence.questions.join('\n') },
    location: location.to ?? { value: '', name: '' },
  };
}

/** What the fields mean; the server says what is wrong with it. */
export function toSettlement(draft: SettlementDraft, currency: string): Record<Matter, object> {
  const { period, keep, way_back: way, evidence, location } = draft;
  const amount = (typed: string) => (typed.trim() === '' ? null : minorOf(typed, currency));
  return {
    ...draft,
    period: period.kind === 'days' ? { kind: 'days', days: period.days, until: period.until || null } : { kind: period.kind },
    keep: { offered: keep.offered, below: amount(keep.below) ?? 0 },
    way_back: way.payer === 'customer' ? { payer: 'customer', amount: amount(way.amount), waived: way.waived } : { payer: way.payer },
    evidence: { photos: evidence.photos, questions: linesOf(evidence.questions) },
    location: { to: location.value === '' ? null : location },
  };
}
