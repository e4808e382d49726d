import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { Channel } from './message.ts';

/** Where a message goes as the provider wants it, or why it cannot go there. */
export function readRecipient(channel: Channel, typed: string): { address: string } | { refused: string } {
  if (channel === 'email') {
    const address = readEmailAddress(typed);
    return address ? { address } : { refused: 'The recipient is not an email address.' };
  }
  const number = parsePhoneNumberFromString(typed);
  return number?.isValid() ? { address: number.number } : { refused: 'The recipient is not a phone number with its country code.' };
}
