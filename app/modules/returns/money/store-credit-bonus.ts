import { percentOf } from './portion.ts';

/** What the shop adds when a refund is taken as store credit: a gift of its own beside the refund, and counted as goodwill. */
export function storeCreditBonus(refund: number, percentage: number): number {
  return refund > 0 ? percentOf(refund, percentage) : 0;
}
