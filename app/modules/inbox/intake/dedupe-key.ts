import { createHash } from 'node:crypto';
import type { IncomingMail } from './incoming-mail.ts';

/**
 * What makes a mail this one and no other: its id together with all that was said. The same mail to three addresses has one key; another mail that only
 * borrows the id has its own, so that nothing is taken for known that nobody has read.
 */
export function dedupeKey(mail: IncomingMail['mail'], bytes: Buffer): string {
  const { threading, date } = mail;
  const hash = createHash('sha256');
  // Without id and date two mails may well say the same: only the same bytes are one.
  if (threading.messageId === null && date === null) return hash.update(bytes).digest('base64url');
  const said = [threading.messageId, mail.from?.address.toLowerCase() ?? '', date, mail.subject, mail.text.replace(/\s+/g, ' ').trim(), ...mail.attachments.map(({ sha256 }) => sha256)];
  return hash.update(JSON.stringify(said)).digest('base64url');
}
