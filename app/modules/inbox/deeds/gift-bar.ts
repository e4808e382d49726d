import type { MoneyRights } from './money-rights.server.ts';

/** Why somebody can give nothing beyond what was paid: their role gives no money, the shop allows none of it, or all there was for the order is given. */
export type GiftBar = 'role' | 'shop' | 'given';

/** What keeps a person from giving anything for an order beyond what was paid; null where nothing does. */
export function giftBarOf({ may, goodwill, giftLeft }: MoneyRights): GiftBar | null {
  if (!may) return 'role';
  if (goodwill === 0) return 'shop';
  return giftLeft === 0 ? 'given' : null;
}
