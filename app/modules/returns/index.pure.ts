export type { AllowedOffer, BestOffer, Offer, RefusedOffer } from './policy/decision.ts';
export { outcomes, type Outcome } from './policy/matters.ts';
export { portalSetting } from './policy/portal/portal-setting.ts';
export { nameReason } from './policy/text/say-condition.ts';
export { sayBetter, sayDeadline, sayRefusal } from './policy/text/say-offer.ts';
export { policyWords, type PolicyWords } from './policy/text/words.ts';
export type {
  Plan, PlannedLine, Problem, RequestLineView, RequestState, RequestSummary, RequestView, ReturnableLine, ReturnableOrder, ReturnReason, Shown, WishedReturnLine, WishProblem,
} from './requests/request.ts';
export type { Owed } from './exchanges/owed/owed.ts';
export type { AmountRow } from './money/amount-rows.ts';
export type { PaymentBack } from './money/share-over-payments.ts';
