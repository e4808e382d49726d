import { countryOfName } from '#app/modules/carriers/index.server.ts';

/** What is written, or null where there is nothing. */
export function wordsOf(written: string | null | undefined): string | null {
  return written?.trim() || null;
}

/** A place written as one line: `Leipzig, DE`, `SEATTLE, WA, US 98101`, `Leipzig - Germany`. */
export function placeInLine(line: string | null | undefined): { city: string | null; province: string | null; country: string | null; zip: string | null } {
  const parts = (line ?? '').split(/\s*(?:,|\s-\s)\s*/).filter(Boolean);
  const [, last = parts.at(-1) ?? '', zip = null] = /^([A-Za-z]{2,3})\s+([A-Z0-9][A-Z0-9 -]{2,9})$/i.exec(parts.at(-1) ?? '') ?? [];
  const country = countryOfName(last);
  const rest = parts.length > 1 || country ? parts.slice(0, country ? -1 : parts.length) : parts;
  const [city = null, second = null] = rest;
  return { city, province: country && second && /^[A-Za-z]{2,3}$/.test(second) ? second.toUpperCase() : null, country, zip };
}
