import type { Money, MoneyPair } from '#app/kernel/money.ts';
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

const familyFirst = /^[\p{Script=Han}\p{Script=Hangul}\s]+$/u;

/** A person's name as it is shown, or null where none is known; Chinese, Japanese and Korean names have the family first. */
export function personName(first: string | null | undefined, last: string | null | undefined): string | null {
  const parts = [first, last].filter((part) => part);
  const name = parts.length === 2 && parts.every((part) => familyFirst.test(part ?? '')) ? parts.reverse().join('') : parts.join(' ');
  return name === '' ? null : name;
}

const fulfillmentWords: readonly string[] = ['unfulfilled', 'partially_fulfilled', 'fulfilled', 'restocked'] satisfies FulfillmentWord[];
const reasons: readonly string[] = ['unfulfilled', 'no_scan', 'exception', 'late'] satisfies AttentionReason[];

export function isFulfillmentWord(value: string | null): value is FulfillmentWord {
  return value !== null && fulfillmentWords.includes(value);
}

export function isAttentionReason(value: string): value is AttentionReason {
  return reasons.includes(value);
}
