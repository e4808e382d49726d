import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import type { Money } from '#app/kernel/money.ts';
import type { BestOffer, Decision, RefusedOffer } from '../policy/decision.ts';
import type { Outcome } from '../policy/matters.ts';
import type { PaymentBack } from '../money/share-over-payments.ts';
import type { ReturnMoney } from '../money/explain-return.ts';
import type { AgreedExchange } from '../money/preview-return.server.ts';
import type { NextStep } from '../next-step.ts';

// What a customer wishes to send back. Ids are Shopify's numbers; amounts are minor units of what the customer paid in.

/** Units of one line of an order, why they come back, and what the customer wishes for them. */
export interface WishedReturnLine {
  lineId: string;
  units: number;
  /** The number of Shopify's ReturnReasonDefinition. */
  reasonId: string;
  /** The customer's own words; none is empty. */
  note: string;
  /** To the policy's questions, in their order. */
  answers: string[];
  /** Keys in the file store, of photos that are kept there. */
  photos: string[];
  outcome: Outcome;
  /** Of `exchange` and `other_product`. */
  variantId: string | null;
  /** The customer's words where the policy refuses and they ask all the same. */
  exception: string | null;
}

/** The amounts a customer was shown before they confirmed. */
export interface Shown {
  refund: number;
  owed: number;
  bonus: number;
  currency: string;
}

/** Shopify's reason, named in the shop's language. */
export interface ReturnReason {
  id: string;
  handle: string;
  name: string;
}

/** Why nothing of a line can come back, whatever the policy says. */
export type NotReturnable = 'unfulfilled' | 'already_coming_back' | 'nothing_left';

export interface ReturnableLine {
  lineId: string;
  title: string;
  variantTitle: string | null;
  image: string | null;
  productId: string | null;
  variantId: string | null;
  quantity: number;
  /** Units that may still come back. */
  returnable: number;
  why: NotReturnable | null;
  /** Paid for one unit, after discounts. */
  price: number;
  /** Those that fit the product first. */
  reasons: ReturnReason[];
  /** What the policy gives; null for what cannot come back. */
  decision: Decision | null;
}

export interface ReturnableOrder {
  orderId: string;
  name: string;
  currency: string;
  /** Of the customer, as Shopify knows it. */
  locale: string | null;
  customerId: string | null;
  lines: ReturnableLine[];
  /** What was asked for this order, the newest first. */
  requests: RequestSummary[];
}

/** Where the money of a return goes, and whether anything has to come back for it. Lines on different roads are different returns at Shopify. */
export const returnRoads = ['original', 'store_credit', 'keep', 'warranty'] as const;
export type ReturnRoad = (typeof returnRoads)[number];

/** What stands in the way of a wish. */
export type WishProblem =
  | 'nothing_wished'
  | 'unknown_line'
  | 'too_many'
  | 'reason_missing'
  /** Shopify wants words with the reason "other". */
  | 'note_missing'
  | 'note_too_long'
  | 'photos_missing'
  | 'answers_missing'
  /** The policy refuses; `offer` says by which clause. It may be asked for as an exception. */
  | 'refused'
  | 'variant_missing'
  | 'sold_out'
  /** Store credit needs a customer who has an account. */
  | 'no_account'
  /** The recipient of a gift exchanges evenly, or not here. */
  | 'not_even';

export interface Problem {
  lineId: string | null;
  problem: WishProblem;
  offer: RefusedOffer | null;
}

/** One wished line with what it rests on. */
export interface PlannedLine extends WishedReturnLine {
  title: string;
  variantTitle: string | null;
  reason: ReturnReason;
  offer: BestOffer;
  road: ReturnRoad;
  /** Which of the plan's parts it is in. */
  part: number;
  /** In percent of what was paid. */
  fee: number;
  exchange: PlannedExchange | null;
}

/** Goods that go out in exchange, at today's price. */
export interface PlannedExchange {
  variantId: string;
  title: string;
  agreed: AgreedExchange;
}

/** What becomes one return at Shopify. */
export interface PlannedPart {
  road: ReturnRoad;
  money: ReturnMoney;
  back: PaymentBack[];
  bonus: { percentage: number; amount: number };
  /** Of the way back. */
  fee: number;
}

/** What a wish would mean, by Shopify's own account. */
export interface Plan {
  is: 'planned';
  /** Rows and sums of all parts together. */
  money: ReturnMoney;
  lines: PlannedLine[];
  parts: PlannedPart[];
  bonus: number;
  back: PaymentBack[];
  to: 'original' | 'store_credit' | 'both';
  /** What the way back costs; null where the customer pays a carrier directly. */
  fee: number | null;
  approval: 'nobody' | 'person';
  refundOn: 'scan' | 'receipt' | 'inspection';
  shown: Shown;
}

export type Planned = Plan | { is: 'refused'; problems: Problem[] } | /** Shopify counts otherwise than we do. */ { is: 'different' };

/** What became of a confirmed wish. `making`: it is kept, and goes on by itself. */
export type Submitted = { is: 'made' | 'making'; requestId: string } | { is: 'moved'; now: Shown } | { is: 'different' } | { is: 'refused'; problems: Problem[] };

/** How a request stands, of all its returns the one that is furthest behind. `stuck`: a person of the shop looks after it. */
export const requestStates = ['making', 'stuck', 'asked', 'send', 'travelling', 'arrived', 'settling', 'refunded', 'done', 'declined', 'cancelled', 'replaced', 'given_up'] as const;
export type RequestState = (typeof requestStates)[number];

/** Who asked: the customer, somebody who was given what they bought, or the shop for them. */
export const requestSources = ['portal', 'gift', 'staff'] as const;
export type RequestSource = (typeof requestSources)[number];

export interface RequestSummary {
  id: string;
  source: RequestSource;
  state: RequestState;
  createdAt: Date;
  units: number;
}

/** A request as its customer and the shop see it. */
export interface RequestView {
  id: string;
  orderId: string;
  orderName: string;
  source: RequestSource;
  state: RequestState;
  createdAt: Date;
  /** When its customer took it back. */
  withdrawnAt: Date | null;
  /** The request that took its place. */
  replacedBy: string | null;
  locale: string;
  lines: RequestLineView[];
  returns: RequestedReturn[];
  wayBack: WayBackChoice;
  shown: Shown;
  refundOn: 'scan' | 'receipt' | 'inspection';
  /** Whether anything has to be sent. */
  sends: boolean;
  mayCancel: boolean;
  mayChange: boolean;
}

export interface RequestLineView extends WishedReturnLine {
  id: string;
  title: string;
  variantTitle: string | null;
  image: string | null;
  reason: ReturnReason;
  road: ReturnRoad;
  offer: BestOffer;
  exchange: PlannedExchange | null;
}

/** What came of a return, once it was looked at and paid back. */
export interface CameOfReturn {
  /** Units for which nothing is given, and why, in words for the customer; none once these are forgotten. */
  refused: { lineId: string; units: number; reason: string }[];
  /** Units that are neither settled nor refused. */
  open: { lineId: string; units: number }[];
  /** `to` is null where it was not paid back from here. */
  refunds: { amount: Money; at: Date; to: 'original' | 'store_credit' | null }[];
}

/** A return at Shopify that a request became. */
export interface RequestedReturn extends CameOfReturn {
  road: ReturnRoad;
  /** Null while it is being made. */
  returnId: string | null;
  name: string | null;
  state: RequestState;
  next: NextStep | null;
  since: Date | null;
  decline: { reason: string; note: string | null } | null;
  /** Any of it was with the shop. */
  hasArrived: boolean;
}

/** What was agreed for a return of ours, for whoever processes it; null for returns that were begun elsewhere. */
export interface AgreedReturn {
  requestId: string;
  road: ReturnRoad;
  to: 'original' | 'store_credit';
  lines: { lineId: string; units: number; outcome: Outcome; offer: BestOffer }[];
  /** By Shopify's number of the exchange line. */
  exchanges: { exchangeLineId: string; variantId: string; quantity: number; agreed: AgreedExchange }[];
  bonusPercentage: number;
  customerId: string | null;
  refundOn: 'scan' | 'receipt' | 'inspection';
  /** Of this return alone. */
  shown: Shown;
}
