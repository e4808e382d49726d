import type { Visit } from '#app/modules/tracking/index.pure.ts';
import type { ContactWords } from '../words.ts';

/** A visit of the contact page. */
export interface ContactVisit extends Visit {
  say: ContactWords['t'];
  trackAddress: string;
}
