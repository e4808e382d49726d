import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { PictureProblem } from '#app/platform/files/picture-refused.ts';
import { cut, storable } from '#app/kernel/text.ts';
import { ticketCategories, type TicketCategory } from '../tickets/ticket.ts';

export const contactLimits = { name: 120, email: 254, order: 40, message: 10_000, files: 5 } as const;

/** What a visitor wrote, as they wrote it. */
export interface ContactForm {
  name: string;
  email: string;
  order: string;
  topic: TicketCategory;
  message: string;
  agrees: boolean;
  /** Their order's state was shown to them, and they write all the same. */
  sure: boolean;
  /** Opens the order they came from; empty where they came from none. */
  key: string;
  /** A field that people do not see: only programs fill it in. */
  trap: string;
  /** Which form it is: sent twice, it is one message. */
  form: string;
}

export type ContactProblem = 'email' | 'message' | 'tooLong' | 'agree' | PictureProblem | 'not_now';

export const emptyContact: ContactForm = { name: '', email: '', order: '', topic: 'shipping', message: '', agrees: false, sure: false, key: '', trap: '', form: '' };

/** The topic that is named; null for anything else. */
export const readTopic = (named: string | null): TicketCategory | null => ticketCategories.find((category) => category === named) ?? null;

/** Reads the fields of the form; what was not chosen from its list is something else. */
export function readContact(fields: URLSearchParams): ContactForm {
  const text = (name: string, most: number) => cut(storable(fields.get(name) ?? '').trim(), most);
  return {
    name: text('name', contactLimits.name).replace(/\s+/g, ' '),
    email: text('email', contactLimits.email).toLowerCase(),
    order: text('order', contactLimits.order),
    topic: readTopic(fields.get('topic')) ?? 'other',
    // One sign more than is taken, so that it shows where there is too much.
    message: text('message', contactLimits.message + 1),
    agrees: fields.get('agree') === 'yes',
    sure: fields.get('sure') === 'yes',
    key: text('key', 200),
    trap: text('website', 200),
    form: text('form', 200),
  };
}

/** What is wrong with it, in the order of its fields. */
export function contactProblems({ email, message, agrees }: ContactForm, files: readonly Uint8Array[] | PictureProblem | 'not_now'): ContactProblem[] {
  return [
    ...(readEmailAddress(email) === null ? ['email' as const] : []),
    ...(message === '' ? ['message' as const] : message.length > contactLimits.message ? ['tooLong' as const] : []),
    ...(typeof files === 'string' ? [files] : files.length > contactLimits.files ? ['too_many_pictures' as const] : []),
    ...(agrees ? [] : ['agree' as const]),
  ];
}
