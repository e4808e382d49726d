interface Place {
  city: string | null;
  province?: string | null;
  country: string | null;
}

/** `Leipzig, Deutschland`: a place in the reader's language, from what is known of it. */
export function placeName({ city, province = null, country }: Place, locale: string): string | null {
  const parts = [city, province, country ? countryName(country, locale) : null].filter((part) => part !== null && part.trim() !== '');
  return parts.length > 0 ? parts.join(comma(locale)) : null;
}

/** A country in the reader's language where it is told as a two-letter code; as it is told otherwise. */
export function countryName(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/i.test(country)) return country;
  let names = regionNames.get(locale);
  if (!names) regionNames.set(locale, (names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })));
  return names.of(country.toUpperCase()) ?? country;
}

const regionNames = new Map<string, Intl.DisplayNames>();

function comma(locale: string): string {
  if (locale === 'ja') return '、';
  return locale.startsWith('zh') ? '，' : ', ';
}
