import { decimals, parseMoney } from '#app/kernel/money.ts';

/** What was typed, in minor units; nothing typed is nothing, and null what is no amount: with more decimals than its currency has, its point parts thousands. */
export function typedAmount(typed: string, currency: string): number | null {
  const plain = typed.normalize('NFKC').trim().replace(',', '.');
  if (plain === '') return 0;
  const read = /^\d{1,9}(?:\.(\d{1,3}))?$/.exec(plain);
  return read && (read[1]?.length ?? 0) <= decimals(currency) ? parseMoney(plain, currency).minor : null;
}
