import type { NamedValue } from './condition.ts';

/** What a customer may get for a line. `exchange` is another variant of the product, `keep` a refund without sending the item back. */
export const outcomes = ['refund', 'store_credit', 'exchange', 'other_product', 'keep', 'warranty'] as const;
export type Outcome = (typeof outcomes)[number];

/** Outcomes that a fee or the way back can cost something on; keeping an item and a warranty case never do. */
export const chargeableOutcomes = ['refund', 'store_credit', 'exchange', 'other_product'] as const;
export type ChargeableOutcome = (typeof chargeableOutcomes)[number];

/** How long something may come back, counted in whole days from its delivery. */
export type Period = { kind: 'days'; days: number; /** Not before this day, however long ago it was delivered. */ until: string | null } | { kind: 'unlimited' } | { kind: 'final_sale' };

export interface Offered {
  offered: boolean;
}

/** The way back: free, deducted once a return, or at the customer's own expense. */
export type WayBack = { payer: 'shop' } | { payer: 'customer'; /** Minor units of the shop's currency. */ amount: number; waived: ChargeableOutcome[] } | { payer: 'customer_directly' };

/** All that a policy settles, each matter by itself: the first rule that applies and speaks of a matter settles it. */
export interface Settlement {
  period: Period;
  refund: Offered;
  store_credit: Offered & { /** Percent added to what comes back. */ bonus: number };
  exchange: Offered;
  other_product: Offered;
  keep: Offered & { /** Worth less than this, in minor units of the shop's currency. */ below: number };
  warranty: Offered & { /** From delivery; no final sale ends it. */ days: number };
  fee: { /** Of what was paid for the line. */ percent: number; waived: ChargeableOutcome[] };
  way_back: WayBack;
  evidence: { photos: number; questions: string[] };
  approval: { by: 'nobody' | 'person' };
  location: { /** Null: where Shopify sends it. */ to: NamedValue | null };
  refund_on: { step: 'scan' | 'receipt' | 'inspection' };
}

export type Matter = keyof Settlement;

/** The order in which a rule tells of them. */
export const matters: readonly Matter[] = ['period', 'refund', 'store_credit', 'exchange', 'other_product', 'keep', 'warranty', 'fee', 'way_back', 'evidence', 'approval', 'location', 'refund_on'];
