import { mailboxes } from './addresses.ts';
import { rawField, readHeader } from './header-fields.ts';
import type { Field } from './header-fields.ts';
import type { Contents } from './mail-contents.ts';
import { messageIds } from './threading.ts';

/** Somebody pressed "this is spam" on a mail of ours (RFC 5965), or their provider says so in its own form. */
export interface Complaint {
  type: string;
  recipient: string | null;
  originalMessageId: string | null;
}

/** Whether a report of this type (RFC 5965, 6430, 6591) tells of somebody who was annoyed; some tell the opposite, or of a failed check. */
export const tellsAnnoyance = (type: string) => !/^\s*(?:not-spam|auth-failure)\s*$/i.test(type);

/** Reads an abuse report; null when it is none. */
export function readComplaint(fields: Field[], contents: Contents, subject: string, reportType: string | null): Complaint | null {
  const report = contents.reports.find(({ type }) => type === 'message/feedback-report');
  const junk = /^complaint about message from \d/i.test(subject);
  if (report === undefined && reportType !== 'feedback-report' && !junk) return null;
  const bytes = Buffer.from((report?.text ?? '').slice(0, 64 * 1024).replace(/^\n+/, ''), 'utf8');
  const told = report === undefined ? [] : readHeader(bytes, 0, bytes.length).fields;
  const type = (rawField(told, 'feedback-type') ?? 'abuse').toLowerCase();
  if (!tellsAnnoyance(type)) return null;
  const [original] = contents.messages;
  const complaining = rawField(told, 'original-rcpt-to') ?? rawField(told, 'removal-recipient') ?? rawField(fields, 'x-hmxmroriginalrecipient') ?? (original === undefined ? null : rawField(original.fields, 'to'));
  return {
    type,
    recipient: mailboxes(complaining)[0]?.address.toLowerCase() ?? null,
    originalMessageId: original === undefined ? null : (messageIds(rawField(original.fields, 'message-id'))[0] ?? null),
  };
}
