import type { ReturnPreview } from '#app/modules/inbox/deeds/preview-return.server.ts';
import type { TypedLine } from '#app/modules/inbox/deeds/ui/return-line.tsx';

const refusal = 'The time to return it ended on 1 October 2026, because items can be returned within 30 days of delivery.';

/** A return of two lines, one by an exchange and one as an exception, beside lines that cannot come back. */
export const shownReturn: ReturnPreview = {
  key: '00000000-0000-4000-8000-000000000009', currency: 'USD', mayBegin: true, isUnpromised: false, problems: [], portal: 'https://shop.example/apps/aftercare/returns',
  sentence: 'We have begun your return.', way: 'label.',
  ways: [{ value: 'label.', title: 'With a label from us', cost: '$5.00 is deducted, once for the whole return' }, { value: 'own_label.', title: 'With a carrier of your own choice', cost: 'You pay the carrier' }],
  lines: [
    {
      lineId: 'l1', title: 'Oak serving board with a remarkably long name for a board, Large', left: 2, why: null, reasons: [{ id: '7', name: 'Too small', needsNote: false }, { id: '5', name: 'Another reason', needsNote: true }],
      outcomes: [{ outcome: 'refund', refusal: null, photos: 2, questions: [], waits: false }, { outcome: 'exchange', refusal: null, photos: 0, questions: ['Was it ever used in a dishwasher?'], waits: true }],
      variants: [{ variantId: 'v1', title: 'Small', price: 3_000, stock: 'in_stock', left: 4 }, { variantId: 'v2', title: 'Medium', price: 3_200, stock: 'sold_out', left: 0 }],
    },
    { lineId: 'l2', title: 'Linen napkins', left: 6, why: null, reasons: [{ id: '5', name: 'Another reason', needsNote: true }], outcomes: [{ outcome: 'refund', refusal, photos: 0, questions: [], waits: true }], variants: null },
    { lineId: 'l3', title: 'Candle', left: 0, why: 'already_coming_back', reasons: [], outcomes: [], variants: null },
    { lineId: 'l4', title: 'Vase', left: 0, why: 'unfulfilled', reasons: [], outcomes: [], variants: null },
  ],
  means: {
    approval: 'person', bonus: 0, refundOn: 'inspection', to: 'original', taxIncluded: 120, keepsAll: false, shown: { refund: 2_500, owed: 0, bonus: 0, currency: 'USD' },
    rows: [
      { kind: 'price', title: 'Oak serving board with a remarkably long name for a board', quantity: 1, amount: 3_000 },
      { kind: 'price', title: 'Linen napkins', quantity: 2, amount: 3_000 },
      { kind: 'return_shipping_fee', title: '', quantity: 0, amount: -500 },
      { kind: 'exchange', title: 'Oak serving board, Small', quantity: 1, amount: -3_000 },
    ],
    back: [{ paymentId: 'p1', gateway: 'shopify_payments', kind: 'gateway', name: 'Visa', amount: 2_500, arrival: { is: 'working_days', from: 5, to: 10 } }],
  },
};

/** What was chosen and typed for it. */
export const typedReturn: Readonly<Record<string, TypedLine>> = {
  l1: { units: 1, reasonId: '7', outcome: 'exchange', variantId: 'v1', note: 'A little too big for our table.', answers: ['No'], exception: '' },
  l2: { units: 2, reasonId: '5', outcome: 'refund', variantId: null, note: 'Colour', answers: [], exception: 'A regular customer who was in hospital.' },
};
