import { allowance, partOf } from './part-tree.ts';
import { readWhole } from './read-mail.ts';
import type { ReadMail } from './read-mail.ts';

const HEAD = 64 * 1024;

/** Who wrote and about what, of a mail that could not be read whole; the raw message is kept, and `warning` says why. */
export function readMailHead(raw: Buffer, warning: string): ReadMail {
  const end = raw.subarray(0, HEAD).indexOf('\n\n');
  const endings = raw.subarray(0, HEAD).indexOf('\r\n\r\n');
  const stop = Math.min(...[end, endings, HEAD].filter((at) => at >= 0));
  const allowed = allowance();
  allowed.warnings.add(warning);
  // The header alone, as a mail without a body: nothing in it can take long.
  return readWhole(partOf(raw.subarray(0, stop), allowed, 0, 'text/plain'), allowed);
}
