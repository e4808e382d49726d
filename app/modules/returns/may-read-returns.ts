import type { Shop } from '#app/platform/shops/shop.ts';

/** True once the shop granted it: shops that installed the app before it asked for returns do so when they next open it. */
export function mayReadReturns({ scopes }: Pick<Shop, 'scopes'>): boolean {
  return scopes.includes('read_returns') || scopes.includes('write_returns');
}

/** True once the shop granted that we change them. */
export function mayActOnReturns({ scopes }: Pick<Shop, 'scopes'>): boolean {
  return scopes.includes('write_returns');
}
