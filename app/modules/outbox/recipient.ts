import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { cut } from '#app/kernel/text.ts';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { Channel } from './message.ts';

/** Where a message goes as the provider wants it, or why it cannot go there. Flow finds the customer by the order. */
export function readRecipient(channel: Channel, typed: string): { address: string } | { refused: string } {
  if (channel === 'flow') return { address: cut(typed, 254) };
  if (channel === 'email' || channel === 'klaviyo') {
    const address = readEmailAddress(typed);
    return address ? { address } : { refused: 'The recipient is not an email address.' };
  }
  const number = parsePhoneNumberFromString(typed);
  return number?.isValid() ? { address: number.number } : { refused: 'The recipient is not a phone number with its country code.' };
}
