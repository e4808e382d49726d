/** A URL that may stand in a link or picture, or null: merchants and carriers write these, so only the web's own schemes pass. */
export function safeUrl(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

/** The same picture at the size it is shown, where Shopify's CDN can make it. */
export function thumbnailUrl(url: string | null, width: number): string | null {
  const safe = safeUrl(url);
  if (!safe) return null;
  const sized = new URL(safe);
  if (sized.hostname === 'cdn.shopify.com') sized.searchParams.set('width', String(width));
  return sized.href;
}
