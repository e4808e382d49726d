import { parseMoney } from '#app/kernel/money.ts';

/** What was typed, in minor units; nothing typed is nothing, and null what is no amount. */
export function typedAmount(typed: string, currency: string): number | null {
  const plain = typed.trim().replace(',', '.');
  if (plain === '') return 0;
  return /^\d{1,9}(\.\d{1,3})?$/.test(plain) ? parseMoney(plain, currency).minor : null;
}
