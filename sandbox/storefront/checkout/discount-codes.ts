import type { Cents } from '../cents.ts';

/** A code the shop honours at the order form. */
export type DiscountCode =
  | { code: string; kind: 'percentage'; percentage: number }
  | { code: string; kind: 'fixed'; amount: Cents }
  | { code: string; kind: 'free_shipping' };

const codes: DiscountCode[] = [
  { code: 'WELCOME10', kind: 'percentage', percentage: 10 },
  { code: 'FIVER', kind: 'fixed', amount: 500 },
  { code: 'FREESHIP', kind: 'free_shipping' },
];

/** Finds a code whatever its case; an unknown code is null. */
export function findDiscountCode(entered: string): DiscountCode | null {
  const wanted = entered.trim().toUpperCase();
  return codes.find((candidate) => candidate.code === wanted) ?? null;
}
