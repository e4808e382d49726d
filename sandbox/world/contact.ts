import { parsePhoneNumberFromString } from 'libphonenumber-js';

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/;

/** Whether Shopify would take this as an email address. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text) && text.length <= 255;
}

/** The number in E.164, or null when it is none. Shopify wants the country code in it. */
export function e164(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text);
  return parsed?.isPossible() ? parsed.number : null;
}
