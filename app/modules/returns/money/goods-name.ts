/** Goods by their name, without the word under which Shopify holds the one form of a product that has only one. */
export function goodsName(displayName: string): string {
  return displayName.replace(/ - Default Title$/, '');
}
