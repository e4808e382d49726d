import type { ContactForm, ContactProblem } from './contact-form.ts';

/** What a visit of the contact page comes to. */
export type ContactAnswer =
  | { kind: 'form'; form: ContactForm; problems: readonly ContactProblem[]; isLimited: boolean; promise: string | null }
  | { kind: 'done'; email: string; promise: string | null };
