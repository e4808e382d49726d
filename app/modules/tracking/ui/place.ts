/** `Leipzig, Deutschland`: a place in the visitor's language, from what is known of it. */
export function placeName(place: { city: string | null; province?: string | null; country: string | null }, locale: string): string | null {
  const parts = [place.city, place.country ? countryName(place.country, locale) : null].filter((part) => part !== null && part.trim() !== '');
  return parts.length > 0 ? parts.join(comma(locale)) : null;
}

function comma(locale: string): string {
  if (locale === 'ja') return '、';
  return locale.startsWith('zh') ? '，' : ', ';
}

function countryName(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/i.test(country)) return country;
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country.toUpperCase()) ?? country;
}
