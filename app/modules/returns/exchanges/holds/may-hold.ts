import type { Shop } from '#app/platform/shops/shop.ts';

/** What a shop grants where it wants goods set aside; no other shop is asked for it. */
export const holdScope = 'write_inventory';

/** True once the shop lets us move its stock. */
export function mayHold({ scopes }: Pick<Shop, 'scopes'>): boolean {
  return scopes.includes(holdScope);
}
