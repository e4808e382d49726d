import type { Money } from '#app/kernel/money.ts';

/** What a customer owes for an order, in what they paid in, and Shopify's page on which they pay it. */
export interface Owed {
  amount: Money;
  payUrl: string | null;
}
