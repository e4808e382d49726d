import type { EntryType } from './entries.ts';

/** Which of two things of one moment comes first: an order is placed before it is paid, a parcel made before it is scanned. */
const rank: Record<EntryType, number> = {
  'order.placed': 0,
  'order.edited': 1,
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
  'return.requested': 18,
  'return.opened': 18,
  'return.approved': 19,
  'return.declined': 19,
  'return.reopened': 20,
  'return.labelled': 21,
  'return.received': 22,
  'return.processed': 23,
  'return.exchanged': 24,
  'compensation.reserved': 24,
  'compensation.stuck': 24,
  'refund.created': 25,
  'return.refunded': 26,
  'compensation.given': 26,
  'compensation.released': 26,
  'return.cancelled': 27,
  'return.closed': 27,
  'fulfillment.cancelled': 28,
  'order.cancelled': 29,
  'order.deleted': 30,
  'message.sent': 31,
  'message.failed': 31,
  'message.unknown': 31,
  'holdout.started': 32,
  'holdout.ended': 33,
};

interface Placed {
  type: EntryType;
  happenedAt: Date;
}

/** Puts lines in the order of their story: by moment, within one by what must come first. What is left equal stays as it was. */
export function compareLines(left: Placed, right: Placed): number {
  return left.happenedAt.getTime() - right.happenedAt.getTime() || rank[left.type] - rank[right.type];
}
