/**
 * A link to a page of ours in a storefront that is read in a language, whatever the browser of whoever follows it wishes. It is asked for beside the address: only
 * Shopify knows under which paths and domains a storefront has its languages, and one that was guessed may lead nowhere. The page leads on to them itself.
 */
export function spokenLink(link: string, locale: string): string {
  return `${link}${link.includes('?') ? '&' : '?'}locale=${locale}`;
}
