import { toDecimal } from '../world/money.ts';
import type { Money } from '../world/records.ts';

/** `1,234.50 EUR` style of the admin's tables, in the reader's usual form. */
export function amount(money: Money): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: money.currency }).format(Number(toDecimal(money)));
}

/** A moment in the shop's zone. */
export function moment(iso: string, zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** `PARTIALLY_FULFILLED` as people read it. */
export function readable(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const TONES: Record<string, string> = {
  PAID: 'neutral',
  PENDING: 'attention',
  AUTHORIZED: 'attention',
  PARTIALLY_PAID: 'attention',
  FULFILLED: 'neutral',
  DELIVERED: 'success',
  UNFULFILLED: 'warning',
  PARTIALLY_FULFILLED: 'warning',
  ON_HOLD: 'warning',
  DELAYED: 'warning',
  ATTEMPTED_DELIVERY: 'warning',
  FAILURE: 'critical',
  REQUESTED: 'warning',
  RETURN_REQUESTED: 'warning',
  RETURN_IN_PROGRESS: 'attention',
  OPEN: 'attention',
  DECLINED: 'critical',
  EXPIRED: 'critical',
};

/** A status as a badge. */
export function badge(code: string): { label: string; tone: string } {
  return { label: readable(code), tone: TONES[code] ?? 'neutral' };
}

/** Codes as the options of a form. */
export function choices(codes: readonly string[]): { code: string; label: string }[] {
  return codes.map((code) => ({ code, label: readable(code) }));
}
