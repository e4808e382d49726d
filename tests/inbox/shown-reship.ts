import type { ReshipPreview } from '#app/modules/inbox/deeds/preview-reship.server.ts';

/** Two units sent again, one of which was given before, beside a line that is gone. */
export const shownReship: ReshipPreview = {
  key: '00000000-0000-4000-8000-000000000007', currency: 'USD', obstacle: null, sentFor: null, address: ['Ada Byron', 'Analytical Engines and Other Remarkable Machines Ltd.', '12 Engine Lane', '10115 Berlin'], country: 'DE', hasCustomer: true,
  lines: [
    { id: 'l1', title: 'Oak serving board with a remarkably long name for a board, Large', sent: 2, stock: 14, chosen: 2, isGone: false, isShort: false },
    { id: 'l2', title: 'Linen napkins', sent: 6, stock: null, chosen: 0, isGone: false, isShort: false },
    { id: 'l3', title: 'Candle', sent: 1, stock: 0, chosen: 0, isGone: true, isShort: false },
  ],
  reason: 'damaged',
  parcels: [{ shown: { id: '1', carrierName: 'UPS', cause: null, number: '1Z999AA10123456784', promise: { from: '2026-11-23', to: '2026-11-25', source: 'carrier' }, since: new Date('2026-11-20T09:00:00Z'), status: 'in_transit', url: 'https://www.ups.com/track', deliveredAt: null, troubles: [] }, where: 'moving', units: [{ id: 'l1', quantity: 2 }] }],
  earlier: [{ title: 'Oak serving board with a remarkably long name for a board, Large', units: 1, amount: 3_000, name: '#1009' }, { title: 'Linen napkins', units: 2, amount: 800, name: null }],
  amount: 6_000, beyond: 1_000, leftAfter: 5_450, shown: 'x', rights: { may: true, refundLeft: null, goodwill: 2_000, giftLeft: 2_000 },
  sentence: 'We are sending 2 × Oak serving board, Large from your order #1001 to you again, free of charge and to the same address. You will hear from us as soon as the parcel is on its way.',
};
