/** A language the shop has published. */
export interface PublishedLocale {
  locale: string;
  primary: boolean;
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

const languageOf = (locale: string): string => locale.split('-')[0] ?? locale;

/** The URL prefix of a locale: none for the primary, the bare language where that is unambiguous, the whole code otherwise. */
export function prefixOf(locale: string, published: PublishedLocale[]): string {
  const entry = published.find((candidate) => candidate.locale === locale);
  if (!entry || entry.primary) return '';
  const sameLanguage = published.filter((candidate) => languageOf(candidate.locale) === languageOf(locale));
  return `/${sameLanguage.length === 1 ? languageOf(locale) : locale.toLowerCase()}`;
}

/** Splits `/de/cart` into the locale it names and the path behind it; a path without a known prefix is the primary locale's. */
export function splitLocale(path: string, published: PublishedLocale[]): { locale: string; localePrefix: string; path: string } {
  const [, head = '', ...rest] = path.split('/');
  const wanted = head.toLowerCase();
  const match = published.find(
    (entry) => !entry.primary && (entry.locale.toLowerCase() === wanted || prefixOf(entry.locale, published) === `/${wanted}`),
  );
  if (match) return { locale: match.locale, localePrefix: `/${head}`, path: `/${rest.join('/')}` };
  const primary = published.find((entry) => entry.primary);
  return { locale: primary?.locale ?? 'en', localePrefix: '', path };
}

/** The writing direction for the page's `dir`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr';
}

/** The language's own name, as a language menu shows it. */
export function endonymOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(languageOf(locale)) ?? locale;
  return locale === 'zh-CN' ? '简体中文' : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
