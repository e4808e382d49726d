import type { EntryType } from './entries.ts';

/** Which of two things of one moment comes first: an order is placed before it is paid, a parcel made before it is scanned. */
const rank: Record<EntryType, number> = {
  'order.placed': 0,
  'order.edited': 1,
  'order.replaces': 1,
  'order.payment': 2,
  'fulfillment.created': 3,
  'shipment.removed': 4,
  'shipment.added': 5,
  'shipment.scanned': 6,
  'shipment.exception': 7,
  'shipment.delivered': 8,
  'promise.made': 9,
  'promise.shown': 10,
  'promise.missed': 11,
  'trouble.opened': 12,
  'trouble.marked': 13,
  'trouble.closed': 14,
  'problem.reported': 15,
  'problem.closed': 16,
  'problem.reopened': 16,
  'order.return': 17,
  'return.asked': 17,
  'return.withdrawn': 17,
  'return.requested': 18,
  'return.opened': 18,
  'return.approved': 19,
  'return.declined': 19,
  'return.reopened': 20,
  'return.labelled': 21,
  'return.moved': 22,
  'return.arrived': 23,
  'return.received': 24,
  'return.processed': 25,
  'return.exchanged': 26,
  'compensation.reserved': 26,
  'compensation.stuck': 26,
  'order.sent_again': 29,
  'refund.created': 27,
  'return.refunded': 28,
  'compensation.given': 28,
  'compensation.released': 28,
  'return.cancelled': 29,
  'return.closed': 29,
  'fulfillment.cancelled': 30,
  'staff.acted': 30,
  'order.cancelled': 31,
  'order.deleted': 32,
  'message.sent': 33,
  'message.failed': 33,
  'message.unknown': 33,
  'holdout.started': 34,
  'holdout.ended': 35,
};

interface Placed {
  type: EntryType;
  happenedAt: Date;
}

/** Puts lines in the order of their story: by moment, within one by what must come first. What is left equal stays as it was. */
export function compareLines(left: Placed, right: Placed): number {
  return left.happenedAt.getTime() - right.happenedAt.getTime() || rank[left.type] - rank[right.type];
}
