import { z } from 'zod';
import type { MailWriter } from './writer-of.ts';

/** Whether somebody vouches for a sender: the domain they write from, checked by a server of ours or one that we trust. */
export type Verified = 'yes' | 'no' | 'unknown';

const checked = z.object({ author: z.string() });

/** Whether what was checked as a mail came vouches for whom we read in it: a header made to be read in two ways may name one to the check and another to us. */
export function verifiedAs({ address, byForm }: MailWriter, { vouched, checks }: { vouched: string; checks: unknown }): Verified {
  if (byForm) return 'unknown';
  if (vouched === 'no') return 'no';
  return vouched === 'yes' && address !== null && checked.safeParse(checks).data?.author === address ? 'yes' : 'unknown';
}
