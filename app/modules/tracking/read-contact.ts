import { readEmailAddress } from '../../platform/mail/email-address.ts';

/** What somebody typed as their email or phone number, tidied; null where it can be neither. */
export function readContact(typed: string): string | null {
  const text = typed.trim();
  if (text.includes('@')) return readEmailAddress(text);
  const digits = text.replace(/\D/g, '').length;
  return /^[+\d\s().\-/]+$/.test(text) && digits >= 6 && digits <= 15 ? text : null;
}
