import type { Gid } from '#sandbox/contract.ts';

/** A code that takes something off a cart. */
export interface DiscountCodeRecord {
  id: Gid;
  code: string;
  title: string;
  /** Who may use it; null: everybody. */
  customerIds: Gid[] | null;
  /** A share of one, or a decimal in the shop's currency. */
  worth: { percentage: number } | { amount: string; onEachItem: boolean };
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  startsAt: string;
  endsAt: string | null;
  createdAt: string;
  updatedAt: string;
}
