import { getAllCountries } from 'countries-and-timezones';
import { foldWords } from '../events/concepts.ts';
import { byThreeLetters } from './three-letters.ts';

// In these languages carriers write the names of countries, beside the country's own.
const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh-Hans', 'zh-Hant'];
const otherNames: Readonly<Record<string, string>> = {
  US: 'USA|U.S.A.|United States of America|Estados Unidos de America|EUA|EE.UU.|VS',
  GB: 'UK|Great Britain|England|Scotland|Wales|Northern Ireland|United Kingdom of Great Britain and Northern Ireland|Grossbritannien',
  CN: "People's Republic of China|China Mainland|Mainland China|PR China|P.R. China|China, People's Republic",
  KR: 'Korea|South Korea|Republic of Korea|Korea, Republic of|Korea South',
  KP: "Korea, Democratic People's Republic of",
  RU: 'Russian Federation',
  HK: 'Hong Kong|Hong Kong SAR|Hongkong|Hong Kong, China',
  MO: 'Macau|Macao',
  TW: 'Taiwan, Province of China|Taiwan, China|Chinese Taipei',
  NL: 'Holland|The Netherlands|Nederland',
  CZ: 'Czech Republic|Czechia|Tschechische Republik',
  TR: 'Turkey|Turkiye',
  VN: 'Viet Nam',
  AE: 'UAE|U.A.E.',
  IE: 'Ireland, Republic of|Republic of Ireland|Eire',
  MD: 'Moldova, Republic of|Republic of Moldova',
  LA: "Lao People's Democratic Republic",
  SY: 'Syrian Arab Republic',
  IR: 'Iran, Islamic Republic of',
  TZ: 'Tanzania, United Republic of',
  BO: 'Bolivia, Plurinational State of',
  VE: 'Venezuela, Bolivarian Republic of',
  MK: 'Macedonia|Macedonia, the former Yugoslav Republic of',
  CI: "Ivory Coast|Cote d'Ivoire",
  CV: 'Cape Verde',
  SZ: 'Swaziland',
  MM: 'Burma',
  VA: 'Holy See',
  BN: 'Brunei Darussalam',
  CD: 'Congo, Democratic Republic of the|DR Congo',
  PS: 'Palestine|State of Palestine',
};

let codes: ReadonlyMap<string, string> | null = null;

/** The two-letter code of a country from its code or its name in the languages carriers write; null where we cannot tell. */
export function countryOfName(written: string | null | undefined): string | null {
  const spelled = spell(written ?? '');
  if (spelled === '') return null;
  codes ??= readCodes();
  return codes.get(spelled) ?? null;
}

function spell(written: string): string {
  return foldWords(written).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function readCodes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    if (name && !found.has(spell(name))) found.set(spell(name), code);
  };
  const countries = [...new Set([...Object.keys(getAllCountries()), ...byThreeLetters.values()])];
  for (const code of countries) add(code, code);
  for (const [three, code] of byThreeLetters) add(three, code);
  for (const [code, names] of Object.entries(otherNames)) for (const name of names.split('|')) add(name, code);
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of countries) add(names.of(code), code);
  }
  for (const code of countries) add(ownName(code), code);
  return found;
}

function ownName(code: string): string | undefined {
  const language = new Intl.Locale(`und-${code}`).maximize();
  return new Intl.DisplayNames(language.toString(), { type: 'region', fallback: 'none' }).of(code);
}
