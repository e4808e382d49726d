import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Where a name may stand as the sender without being registered first. Everywhere else carriers drop or rewrite it. */
const namesAllowed = new Set(['AT', 'CH', 'DE', 'DK', 'EE', 'ES', 'FR', 'GB', 'GR', 'LU', 'NL', 'PL', 'PT', 'SE']);

/** The sender that a number sees: the shop's name where the country lets it stand, else the shop's number, which can be answered with STOP. */
export function senderFor(to: string, { number, senderName }: { number: string; senderName: string }): string {
  const country = parsePhoneNumberFromString(to)?.country;
  return senderName !== '' && country !== undefined && namesAllowed.has(country) ? senderName : number;
}
