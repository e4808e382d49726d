import type { Shop } from '#app/platform/shops/shop.ts';

/** What the list of orders says above itself. */
export const sayings = ['failed', 'unavailable', 'expired', 'not-yours', 'signed-out'] as const;
export type Saying = (typeof sayings)[number];

/** A page of ours in a shop's own storefront. */
export function storefrontPage(shop: Pick<Shop, 'primaryUrl'>, page: 'account' | 'returns', query: Record<string, string>): string {
  const written = new URLSearchParams(query).toString();
  return `${shop.primaryUrl}/apps/aftercare/${page}${written === '' ? '' : `?${written}`}`;
}
