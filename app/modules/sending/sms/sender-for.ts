import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Where a name may stand as the sender without being registered first. Everywhere else carriers drop or rewrite it. */
const namesAllowed = new Set(['AT', 'CH', 'DE', 'DK', 'EE', 'ES', 'FR', 'GB', 'GR', 'LU', 'NL', 'PL', 'PT', 'SE']);

interface Senders {
  number: string;
  senderName: string;
  /** What the shop registered or rented for single countries. */
  senders: readonly { country: string; sender: string }[];
}

/**
 * The sender that a number sees: the one the shop has for its country, else the shop's name where the country lets it stand, else the shop's
 * number, which can be answered with STOP.
 */
export function senderFor(to: string, { number, senderName, senders }: Senders): string {
  const country = parsePhoneNumberFromString(to)?.country;
  const own = senders.find((one) => one.country === country);
  if (own) return own.sender;
  return senderName !== '' && country !== undefined && namesAllowed.has(country) ? senderName : number;
}
