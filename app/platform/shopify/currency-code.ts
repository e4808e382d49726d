import type { CurrencyCode } from './operations.generated.ts';

/** A currency as Shopify's inputs want it; which ones it knows is Shopify's to say. */
export function currencyCode(code: string): CurrencyCode {
  if (!/^[A-Z]{3}$/.test(code)) throw new Error(`Not a currency: ${code}`);
  return code as CurrencyCode;
}
