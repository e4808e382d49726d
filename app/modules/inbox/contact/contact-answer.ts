import type { ContactForm, ContactProblem } from './contact-form.ts';
import type { KnownOrder } from './known-order.server.ts';

/** What a visit of the contact page comes to. */
export type ContactAnswer =
  | {
      kind: 'form';
      form: ContactForm;
      problems: readonly ContactProblem[];
      /** Too much was sent: for so many seconds nothing is taken. */
      waits: number | null;
      /** Files came with it, which no page can put into its form again. */
      lostFiles: boolean;
      promise: string | null;
      known: KnownOrder | null;
    }
  /** How the order stands that is asked about; what was written goes in with one more press. */
  | { kind: 'before'; form: ContactForm; known: KnownOrder }
  /** `confirms`: the shop confirms by mail what comes in. */
  | { kind: 'done'; email: string; promise: string | null; confirms: boolean };
