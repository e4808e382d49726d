import type { Policy } from './policy.ts';

/** What a shop begins with: thirty days from delivery, the money back where it came from, no fee, and a person decides. */
export const defaultPolicy: Policy = {
  rules: [],
  base: {
    period: { kind: 'days', days: 30, until: null },
    refund: { offered: true },
    store_credit: { offered: false, bonus: 0 },
    exchange: { offered: false },
    other_product: { offered: false },
    keep: { offered: false, below: 0 },
    warranty: { offered: false, days: 730 },
    fee: { percent: 0, waived: [] },
    way_back: { payer: 'shop' },
    evidence: { photos: 0, questions: [] },
    approval: { by: 'person' },
    location: { to: null },
    refund_on: { step: 'receipt' },
  },
  transitDays: 7,
};
