import type { LedgerRefusal } from '#app/modules/compensation/index.server.ts';

/** What came of work on a return, as its page hears it. */
export type WorkAnswer =
  | { is: 'done' }
  /** Shopify did not answer yet; it goes on by itself. */
  | { is: 'running' }
  /** It waits for a person: the card on the return says for what. */
  | { is: 'attention' }
  /** The same is being done for this return, or waits for a person. */
  | { is: 'busy' }
  /** The return is no longer as it was shown. */
  | { is: 'moved'; now: { refund: number; owed: number } | null }
  /** Shopify counts otherwise than we do. */
  | { is: 'different' }
  /** Shipping or duties cannot go back where no money does. */
  | { is: 'extras_without_refund' }
  /** More than there is to give. */
  | { is: 'too_much'; refusal: LedgerRefusal }
  /** Fees cannot be given back where nothing is given back. */
  | { is: 'nothing_to_waive' }
  /** Whoever asked may not: at all, or not so much. */
  | { is: 'forbidden' | 'over_limit' }
  | { is: 'invalid'; fields: readonly string[] };
