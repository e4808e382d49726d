import { parseMoney } from '#app/kernel/money.ts';

/** The single values of a typed list. */
export function linesOf(typed: string): string[] {
  return [...new Set(typed.split('\n').map((value) => value.trim()).filter((value) => value !== ''))];
}

/** Minor units of what was typed; the text itself where it is no amount, which the server refuses. */
export function minorOf(typed: string, currency: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(typed.trim()) ? parseMoney(typed, currency).minor : typed;
}
