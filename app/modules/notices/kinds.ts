import { day, hour } from '#app/kernel/time.ts';
import type { Category } from '#app/modules/outbox/index.server.ts';

/** What customers can be told, in the order of an order's life. */
export const noticeKinds = [
  'order_confirmed', 'preparing', 'shipped', 'in_transit', 'out_for_delivery', 'attempted', 'ready_for_pickup', 'delivered',
  'delay', 'exception', 'returning',
  'return_approved', 'return_label', 'return_received', 'return_refunded', 'return_declined',
  'review',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

interface KindTerms {
  /** Whether it is told before a merchant decided anything. */
  on: boolean;
  /** After so long it is told to nobody: it would be old news. */
  life: number;
  /** Worth a disturbance at night: who misses it misses the parcel. */
  urgent: boolean;
  /** What kind of interest it serves: what a customer can refuse as a whole. */
  category: Category;
}

/**
 * Shopify confirms orders itself, and few want to hear of every stop on the way: those two wait for a merchant who wants them, and a review for one who says where.
 * Of returns Shopify writes by itself, too, unless they are made or approved by an app: opening the portal switches those on.
 */
export const kindTerms: Readonly<Record<NoticeKind, KindTerms>> = {
  order_confirmed: { on: false, life: day, urgent: false, category: 'service' },
  preparing: { on: true, life: 3 * day, urgent: false, category: 'service' },
  shipped: { on: true, life: 2 * day, urgent: false, category: 'service' },
  in_transit: { on: false, life: 2 * day, urgent: false, category: 'service' },
  out_for_delivery: { on: true, life: 12 * hour, urgent: true, category: 'service' },
  attempted: { on: true, life: day, urgent: true, category: 'service' },
  ready_for_pickup: { on: true, life: 3 * day, urgent: true, category: 'service' },
  delivered: { on: true, life: day, urgent: true, category: 'service' },
  delay: { on: true, life: 3 * day, urgent: false, category: 'service' },
  exception: { on: true, life: 3 * day, urgent: false, category: 'service' },
  returning: { on: true, life: 3 * day, urgent: false, category: 'service' },
  return_approved: { on: false, life: 3 * day, urgent: false, category: 'service' },
  return_label: { on: false, life: 3 * day, urgent: false, category: 'service' },
  return_received: { on: false, life: 3 * day, urgent: false, category: 'service' },
  return_refunded: { on: false, life: 3 * day, urgent: false, category: 'service' },
  return_declined: { on: false, life: 3 * day, urgent: false, category: 'service' },
  review: { on: false, life: 30 * day, urgent: false, category: 'review' },
};

/** True for the name of a kind. */
export function isNoticeKind(name: unknown): name is NoticeKind {
  return noticeKinds.some((kind) => kind === name);
}
