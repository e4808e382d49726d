import type { PolicyWords } from '#app/modules/returns/index.pure.ts';
import type { Visit } from '#app/modules/tracking/index.pure.ts';
import type { Mails } from '../mails.ts';
import type { PortalWords } from '../words.ts';

/** What every part of the portal needs to know about this visit. */
export interface PortalVisit extends Visit {
  say: PortalWords['t'];
  /** The words a policy is told with, in the same language. */
  policy: PolicyWords;
  /** The visitor was given it: no amount is shown, and no mail promised, for mails go to the customer. */
  gift: boolean;
  mails: Mails;
  /** Where the tracking page is. */
  trackAddress: string;
}
