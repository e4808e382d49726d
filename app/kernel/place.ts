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
  const code = country.toUpperCase();
  let names = regionNames.get(locale);
  if (!names) regionNames.set(locale, (names = { in: new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }), known: new Map() }));
  const name = names.known.get(code) ?? names.in.of(code) ?? country;
  names.known.set(code, name);
  return name;
}

/** Names by language; there are no more codes than pairs of letters. */
const regionNames = new Map<string, { in: Intl.DisplayNames; known: Map<string, string> }>();

function comma(locale: string): string {
  if (locale === 'ja') return '、';
  return locale.startsWith('zh') ? '，' : ', ';
}
