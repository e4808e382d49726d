import { cut } from '#app/kernel/text.ts';
import type { IncomingMail } from './incoming-mail.ts';

/** A file of a mail, with where it lies: under a name of ours, the same whenever the mail is read. */
export interface MailFile {
  file: string;
  content: Buffer;
  filename: string | null;
  type: string;
  size: number;
  sha256: string;
  contentId: string | null;
}

/** More lie in the raw mail alone. */
const mostFiles = 200;
const longestName = 255;

/** The files of a mail that are kept beside its message. */
export function filesOf({ mail }: IncomingMail, { shopId, arrivalId }: { shopId: number; arrivalId: string }): MailFile[] {
  return mail.attachments.slice(0, mostFiles).map(({ filename, type, size, sha256, content, contentId }, position) => ({
    file: `shops/${shopId}/mail/${arrivalId}-${position}.bin`,
    content: Buffer.from(content),
    filename: filename === null ? null : cut(filename, longestName),
    type: /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type.toLowerCase() : 'application/octet-stream',
    size,
    sha256,
    contentId,
  }));
}
