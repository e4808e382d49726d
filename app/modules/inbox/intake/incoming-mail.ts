import { readMail, type ReadMail } from '../reading/read-mail.ts';
import { cleanPage, type CleanPage } from './clean-page.ts';
import { storableMail } from './storable-mail.ts';

/** A mail as it is kept: read, its page made safe. */
export interface IncomingMail {
  mail: Omit<ReadMail, 'html'>;
  page: CleanPage | null;
}

/** Reads a mail for keeping, whatever its bytes are. */
export function incomingMail(bytes: Buffer): IncomingMail {
  return cleaned(readMail(bytes));
}

/** A read mail with its page made safe; one that cannot be shown is left out, with a warning. Of both the database takes every word. */
export function cleaned({ html, ...read }: ReadMail): IncomingMail {
  const mail = storableMail(read);
  const page = html === null ? null : cleanPage(html);
  return { mail: html !== null && page === null ? { ...mail, warnings: [...mail.warnings, 'page-left-out'] } : mail, page };
}
