import type { CarrierKey } from '../carrier-catalogue.ts';

/** One way in which carriers write their numbers. */
export interface NumberFormat {
  name: string;
  /** Whose number it may be, the likeliest first. */
  carriers: readonly [CarrierKey, ...CarrierKey[]];
  shape: RegExp;
  /** Whether the check digit fits; absent where the carrier has none, or does not say how it is made. */
  check?: (number: string) => boolean;
  /** How much the shape alone says that it is the first of these carriers, 0 to 100. */
  telling: number;
  /** The shape is too common to mean anything unless the order's own data points to the carrier. */
  needsHint?: true;
}

/** What a candidate must score to stand against the merchant's word: a common shape does so only with its check digit right. */
export const clearlyTelling = 50;
