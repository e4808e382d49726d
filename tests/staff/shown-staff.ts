import type { StaffView } from '#app/modules/staff/index.server.ts';

/** A shop with an owner, one who may do more, and one whom Shopify does not name. */
export const shownStaff: StaffView = {
  rights: { value: { everybody: 'within_limits', people: { '2': 'everything' }, goodwill: '15.00', largestRefund: null }, version: 3 },
  people: [
    { id: '1', name: 'Robin Vale', isOwner: true, lastSeenAt: new Date('2026-11-20T09:00:00Z'), isReader: false },
    { id: '2', name: 'Sam Field', isOwner: false, lastSeenAt: new Date('2026-11-21T08:00:00Z'), isReader: true },
    { id: '70000042', name: null, isOwner: false, lastSeenAt: new Date('2026-10-02T08:00:00Z'), isReader: false },
  ],
  mayChange: true,
};
