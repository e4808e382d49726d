import { outcomes, sayRefusal, type Outcome, type PolicyWords, type ReturnableLine } from '#app/modules/returns/index.pure.ts';

/** What may be chosen for a line beside a ticket. */
export interface OfferedOutcome {
  outcome: Outcome;
  /** The clause that refuses it, in words; it may be asked for as an exception. Null where it is allowed. */
  refusal: string | null;
  /** How many the policy asks for: only the customer can add them. */
  photos: number;
  questions: string[];
  /** Somebody decides before it goes on. */
  waits: boolean;
}

/** What may be asked for although the policy refuses it. */
const askable: readonly Outcome[] = ['refund', 'store_credit', 'exchange'];

/** What the policy gives for a line, and what may be asked for as an exception; another product is chosen by the customer. */
export function offeredOutcomes({ decision }: Pick<ReturnableLine, 'decision'>, hasAccount: boolean, zone: string, words: PolicyWords): OfferedOutcome[] {
  if (!decision) return [];
  const offered = outcomes.flatMap((outcome): OfferedOutcome[] => {
    const { offer } = decision.offers[outcome];
    if (outcome === 'other_product' || (outcome === 'store_credit' && !hasAccount)) return [];
    if (offer.allowed) return [{ outcome, refusal: null, photos: offer.photos, questions: offer.questions, waits: offer.approval === 'person' || outcome === 'warranty' }];
    return askable.includes(outcome) && offer.why !== 'not_offered' ? [{ outcome, refusal: sayRefusal(offer, zone, words), photos: 0, questions: [], waits: true }] : [];
  });
  const { offer } = decision.offers.refund;
  // Where nothing is possible at all, the money back may still be asked for.
  return offered.length > 0 || offer.allowed ? offered : [{ outcome: 'refund', refusal: sayRefusal(offer, zone, words), photos: 0, questions: [], waits: true }];
}
