import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { PictureProblem } from '#app/platform/files/picture-refused.ts';
import { storable } from '../intake/storable.ts';
import { ticketCategories, type TicketCategory } from '../tickets/ticket.ts';

export const contactLimits = { name: 120, email: 254, order: 40, message: 10_000, photos: 5 } as const;

/** What a visitor wrote, as they wrote it. */
export interface ContactForm {
  name: string;
  email: string;
  order: string;
  topic: TicketCategory;
  message: string;
  agrees: boolean;
  /** A field that people do not see: only programs fill it in. */
  trap: string;
  /** Which form it is: sent twice, it is one message. */
  form: string;
}

export type ContactProblem = 'email' | 'message' | 'tooLong' | 'agree' | PictureProblem | 'not_now';

export const emptyContact: ContactForm = { name: '', email: '', order: '', topic: 'shipping', message: '', agrees: false, trap: '', form: '' };

/** Reads the fields of the form; what was not chosen from its list is something else. */
export function readContact(fields: URLSearchParams): ContactForm {
  const text = (name: string, most: number) => storable(fields.get(name) ?? '').trim().slice(0, most);
  return {
    name: text('name', contactLimits.name).replace(/\s+/g, ' '),
    email: text('email', contactLimits.email).toLowerCase(),
    order: text('order', contactLimits.order),
    topic: ticketCategories.find((category) => category === fields.get('topic')) ?? 'other',
    // One sign more than is taken, so that it shows where there is too much.
    message: text('message', contactLimits.message + 1),
    agrees: fields.get('agree') === 'yes',
    trap: text('website', 200),
    form: text('form', 200),
  };
}

/** What is wrong with it, in the order of its fields. */
export function contactProblems({ email, message, agrees }: ContactForm, photos: readonly Uint8Array[] | PictureProblem | 'not_now'): ContactProblem[] {
  return [
    ...(readEmailAddress(email) === null ? ['email' as const] : []),
    ...(message === '' ? ['message' as const] : message.length > contactLimits.message ? ['tooLong' as const] : []),
    ...(typeof photos === 'string' ? [photos] : []),
    ...(agrees ? [] : ['agree' as const]),
  ];
}
