/** What may be done to an order beside a conversation. */
export const deeds = ['refund', 'gift', 'discount', 'return', 'reship', 'approve', 'resend', 'address', 'cancel', 'tag'] as const;
export type Deed = (typeof deeds)[number];

/** A deed that is to be shown, with what is chosen in it beforehand. */
export interface DeedWish {
  deed: Deed;
  /** What an order is tagged with; empty: nothing yet. */
  tag: string;
  /** What a code takes off, in whole per cents; null: nothing yet. */
  percent: number | null;
}

/** One with nothing chosen in it. */
export const plainWish = (deed: Deed): DeedWish => ({ deed, tag: '', percent: null });
