import type { BestOffer } from '../policy/decision.ts';
import type { Problem, ReturnReason, WishedReturnLine, WishProblem } from './request.ts';

/** The longest words of a customer that Shopify keeps with a line of a return. */
const longestNote = 255;

/** What a wished line is held against; null where it is not of this order, or its reason is not one of Shopify's for it. */
export interface Known {
  line: { left: number } | null;
  reason: ReturnReason | null;
  offer: BestOffer | null;
  hasAccount: boolean;
}

/** What stands in the way of one wished line, by the policy and by the form. */
export function wishProblems(wish: WishedReturnLine, { line, reason, offer, hasAccount }: Known): Problem[] {
  const problem = (name: WishProblem): Problem => ({ lineId: wish.lineId, problem: name, offer: null });
  if (!line) return [problem('unknown_line')];
  if (!Number.isInteger(wish.units) || wish.units < 1 || wish.units > line.left) return [problem('too_many')];
  const needsVariant = wish.outcome === 'exchange' || wish.outcome === 'other_product';
  return [
    ...(reason ? [] : [problem('reason_missing')]),
    ...(reason && isOther(reason) && wish.note.trim() === '' ? [problem('note_missing')] : []),
    ...(wish.note.length > longestNote || (wish.exception?.length ?? 0) > longestNote ? [problem('note_too_long')] : []),
    ...(needsVariant && wish.variantId === null ? [problem('variant_missing')] : []),
    ...(wish.outcome === 'store_credit' && !hasAccount ? [problem('no_account')] : []),
    ...(offer ? offerProblems(wish, offer) : []),
  ];
}

function offerProblems(wish: WishedReturnLine, { offer }: BestOffer): Problem[] {
  const { lineId } = wish;
  if (!offer.allowed) return isException(wish) ? [] : [{ lineId, problem: 'refused', offer }];
  const answered = offer.questions.every((_, at) => (wish.answers[at] ?? '').trim() !== '');
  return [
    ...(wish.photos.length < offer.photos ? [{ lineId, problem: 'photos_missing' as const, offer: null }] : []),
    ...(answered ? [] : [{ lineId, problem: 'answers_missing' as const, offer: null }]),
  ];
}

/** True where its customer asks for what the policy refuses, in words of theirs. */
export function isException({ exception }: Pick<WishedReturnLine, 'exception'>): boolean {
  return exception !== null && exception.trim() !== '';
}

function isOther({ handle }: ReturnReason): boolean {
  return handle === 'other' || handle.startsWith('other-');
}
