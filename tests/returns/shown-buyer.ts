import type { Buyer } from '#app/modules/returns/signals/views.ts';

const at = new Date('2026-11-10T10:00:00Z');

/** Somebody of whom there is much to know. */
export const shownBuyer: Buyer = {
  customerId: '7',
  currency: 'USD',
  history: { orders: 6, units: 10, ordersBack: 5, unitsBack: 8, returns: 5, paid: 90_000, valueBack: 64_000, refunded: 60_000, reasons: [{ reason: 'too-small', name: 'Too small', units: 5 }, { reason: null, name: null, units: 3 }] },
  signals: [
    { is: 'noted', reason: 'Sent back a brick in May.', at },
    { is: 'blocked_tag', tags: ['no-returns'] },
    { is: 'empty_box', evidence: [{ kind: 'return', id: '81', name: '#1001-R1', at }] },
    { is: 'denied_delivery', evidence: [{ kind: 'report', id: 'abc', name: '#1002', at }, { kind: 'report', id: 'abd', name: '#1003', at }] },
    { is: 'repeat_returner', evidence: [{ kind: 'return', id: '81', name: '#1001-R1', at }, { kind: 'return', id: '82', name: '#1002-R1', at }, { kind: 'return', id: '83', name: '#1003-R1', at }] },
  ],
};
