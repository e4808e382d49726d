/** The languages customers are spoken to in, and those the admin speaks. */
export const customerLocales = ['en', 'zh-CN', 'de', 'fr', 'es', 'ja', 'pt-PT'] as const;
export const adminLocales = ['en', 'zh-CN'] as const;
export type CustomerLocale = (typeof customerLocales)[number];
export type AdminLocale = (typeof adminLocales)[number];

/**
 * The best of `offered` for the wishes in order: exact, then same language and script region, then same language,
 * then the first offered. Accepts what Shopify and browsers send (`pt-BR`, `zh-TW`, `de_AT`).
 */
export function bestLocale<Locale extends string>(wishes: readonly (string | null | undefined)[], offered: readonly [Locale, ...Locale[]]): Locale {
  for (const wish of wishes) {
    if (!wish) continue;
    const wanted = wish.replace('_', '-').toLowerCase();
    const language = wanted.split('-')[0];
    const found =
      offered.find((locale) => locale.toLowerCase() === wanted) ?? offered.find((locale) => locale.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return offered[0];
}

/** The wishes of an Accept-Language header, best first. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...options] = part.trim().split(';');
      const quality = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find((found) => found !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), at };
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((left, right) => right.quality - left.quality || left.at - right.at)
    .map(({ tag }) => tag);
}

/** A language in the reader's own; what is no tag of one stays as it is. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Right-to-left languages set the page's direction. */
export function direction(locale: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur|yi|ps|dv|ckb)\b/i.test(locale) ? 'rtl' : 'ltr';
}
