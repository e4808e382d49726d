import type { DiscountPreview } from '#app/modules/inbox/deeds/preview-discount.server.ts';
import type { RefundPreview } from '#app/modules/inbox/deeds/preview-refund.server.ts';
import type { BesideOrder, BesideView } from '#app/modules/inbox/index.server.ts';

const at = new Date('2026-11-18T09:30:00Z');
const usd = (minor: number) => ({ minor, currency: 'USD' });

/** An order on its way, with a problem, a return and a refund. */
export const shownOrder: BesideOrder = {
  id: '1001', name: '#1001', placedAt: at, cancelled: false, financialStatus: 'partially_refunded', fulfillmentStatus: 'partially_fulfilled', total: usd(12_950), refunded: usd(1_500), standing: 'theirs', isMeant: true, sentFor: null,
  goesTo: { name: 'Ada Byron', address1: '12 St James’s Square', address2: null, city: 'Boulder', province: 'Colorado', provinceCode: 'CO', zip: '80302', countryCode: 'US', phone: null },
  items: [{ title: 'Oak serving board with a remarkably long name for a board', variant: 'Large', quantity: 2, image: null }, { title: 'Linen napkins', variant: null, quantity: 6, image: null }],
  parcels: [
    { id: '1', carrierName: 'UPS', cause: null, number: '1Z999AA10123456784', promise: { from: '2026-11-23', to: '2026-11-25', source: 'carrier' }, since: at, status: 'in_transit', url: 'https://www.ups.com/track', deliveredAt: null, troubles: ['silent'] },
    { id: '2', carrierName: null, cause: null, number: null, promise: null, since: null, status: 'pre_shipment', url: null, deliveredAt: null, troubles: [] },
  ],
  problems: [{ id: 'p1', kind: 'damaged', state: 'open', at }],
  returns: [{ id: '81', name: '#1001-R1', status: 'requested', next: 'decide' }],
  refunds: [{ id: '9', amount: usd(1_500), at }],
  notices: [
    { id: '1', kind: 'notices.shipped', channel: 'email', state: 'sent', at, seenAt: at, cameBack: false },
    { id: '2', kind: 'notices.delay', channel: 'email', state: 'sent', at, seenAt: null, cameBack: true },
    { id: '3', kind: 'notices.in_transit', channel: 'sms', state: 'failed', at, seenAt: null, cameBack: false },
  ],
};

/** Somebody known by much, whose last word nobody vouches for. */
export const shownBeside: BesideView = {
  ticketId: 17,
  verified: 'no',
  hasMoreOrders: true,
  person: {
    id: '00000000-0000-4000-8000-000000000001', name: 'Ada Byron', locale: 'de', since: at,
    handles: [
      { id: 'h1', kind: 'email', value: 'ada.byron.of.the.very.long.address@analytical-engines.example', reason: 'wrote', confidence: 'sure', evidence: {} },
      { id: 'h2', kind: 'customer', value: '501', reason: 'same_customer', confidence: 'sure', evidence: { customerId: '501' } },
      { id: 'h3', kind: 'phone', value: '+4915112345678', reason: 'order', confidence: 'likely', evidence: { customerId: '501', orderId: '1001' } },
    ],
    perhaps: [{ personId: '00000000-0000-4000-8000-000000000002', name: null, kind: 'email', value: 'ada@work.example', reason: 'order' }],
    notes: [{ id: 'n1', words: 'Prefers the phone.\nSpeaks German.', by: 'Mia Agent', at }],
    customer: { id: '501', name: 'Ada Byron', orders: 7, spent: usd(84_000), tier: 'valued', valuedBy: { by: 'orders', orders: 7 }, tags: [] },
  },
  orders: [shownOrder, { ...shownOrder, id: '1002', name: '#1002', standing: 'named', isMeant: true, sentFor: { id: '1001', name: '#1001' }, goesTo: null, parcels: [], problems: [], returns: [], refunds: [], notices: [] }],
  tickets: [{ id: 12, subject: 'Wrong size', state: 'solved', category: 'returns', at }, { id: 9, subject: '', state: 'waiting_customer', category: null, at }],
};

/** Somebody of whom nothing is known. */
export const shownStranger: BesideView = {
  ticketId: 18, verified: 'unknown', hasMoreOrders: false, orders: [], tickets: [],
  person: { id: '00000000-0000-4000-8000-000000000003', name: null, locale: null, since: at, handles: [{ id: 'h4', kind: 'email', value: 'x@example.com', reason: 'wrote', confidence: 'sure', evidence: {} }], perhaps: [], notes: [], customer: null },
};

/** A refund of one unit with shipping, within a limit. */
export const shownDiscount: DiscountPreview = {
  key: '00000000-0000-4000-8000-000000000008', wish: { as: 'percent', value: 10, days: 30 }, currency: 'USD', hasCustomer: true, isAllowed: true, scope: 'write_discounts', ways: ['percent', 'amount'], counted: 1_145,
  rights: { may: true, refundLeft: null, goodwill: 1_500, giftLeft: 1_500 },
  sentence: 'As an apology for the trouble, here is a discount code for your next order: CARE-7K2M9QXDPW. It takes 10% off, is meant for you alone and can be used once, until December 21, 2026.',
};

export const shownRefund: RefundPreview = {
  key: '00000000-0000-4000-8000-000000000009', currency: 'USD', hasCustomer: true, shippingLeft: 595, amount: 3_595, most: 11_450, fits: true, sentAgain: [],
  units: [{ id: 'l1', title: 'Oak serving board with a remarkably long name for a board, Large', left: 2, chosen: 1, amount: 3_000 }, { id: 'l2', title: 'Linen napkins', left: 6, chosen: 0, amount: null }],
  back: [{ paymentId: 'p1', name: 'Visa', amount: 2_595, arrival: { is: 'working_days', from: 5, to: 10 } }, { paymentId: 'p2', name: 'Gift card', amount: 1_000, arrival: { is: 'at_once' } }],
  rights: { may: true, refundLeft: 2_000, goodwill: 0, giftLeft: 0 },
  sentence: 'Wir haben Ihnen 35,95 $ für Ihre Bestellung #1001 auf das Zahlungsmittel erstattet, mit dem Sie bezahlt haben. Je nach Bank dauert es 5 bis 10 Werktage, bis der Betrag bei Ihnen ist.',
};
