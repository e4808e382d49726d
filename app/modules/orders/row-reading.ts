import type { Money, MoneyPair } from '#app/kernel/money.ts';
import { addresseeName, personName } from '#app/kernel/person-name.ts';
import type { AttentionReason, FulfillmentWord } from './views.ts';

type Minor = bigint | number;

/** An amount in both currencies as a row holds it. */
export function moneyPair(row: { currency: string; presentment_currency: string }, shop: Minor, presentment: Minor): MoneyPair {
  return { shop: money(shop, row.currency), presentment: money(presentment, row.presentment_currency) };
}

/** An amount as a row holds it. */
export function money(minor: Minor, currency: string): Money {
  return { minor: Number(minor), currency };
}

/** Who an order is for in a list: its customer, otherwise whom it is sent to. */
export function customerName(row: { first_name: string | null; last_name: string | null; ship_to: string | null }): string | null {
  return personName(row.first_name, row.last_name) ?? addresseeName(row.ship_to);
}

const fulfillmentWords: readonly string[] = ['unfulfilled', 'partially_fulfilled', 'fulfilled', 'restocked'] satisfies FulfillmentWord[];
const reasons: readonly string[] = ['unfulfilled', 'no_scan', 'exception', 'late'] satisfies AttentionReason[];

export function isFulfillmentWord(value: string | null): value is FulfillmentWord {
  return value !== null && fulfillmentWords.includes(value);
}

export function isAttentionReason(value: string): value is AttentionReason {
  return reasons.includes(value);
}
