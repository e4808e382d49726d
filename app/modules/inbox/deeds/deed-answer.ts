import type { LedgerRefusal } from '#app/modules/compensation/index.server.ts';

/** What came of a deed, as its dialog hears it. */
export type DeedAnswer =
  /** With what may be said of it to the customer, in their language; null where there is nothing to say. */
  | { is: 'done'; sentence: string | null }
  /** Shopify did not answer yet; it goes on by itself, and the ticket will tell. */
  | { is: 'running' }
  /** It waits for a person: the list of what needs attention says for what. */
  | { is: 'attention' }
  /** The same is being done for this order, or waits for a person. */
  | { is: 'busy' }
  /** Things are no longer as they were shown. */
  | { is: 'moved' }
  /** More than there is to give. */
  | { is: 'too_much'; refusal: LedgerRefusal }
  /** Whoever asked may not: at all, or not so much. */
  | { is: 'forbidden' | 'over_limit' }
  /** The shop was not asked yet to let us do it. */
  | { is: 'not_allowed' }
  /** Shopify, or the rules of the shop, do not allow it. */
  | { is: 'refused'; message: string | null }
  | { is: 'invalid'; fields: readonly string[] };
