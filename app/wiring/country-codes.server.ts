import { getAllCountries } from 'countries-and-timezones';

/** The codes of every country, for merchants to choose from. */
export const countryCodes: readonly string[] = Object.keys(getAllCountries()).sort();
