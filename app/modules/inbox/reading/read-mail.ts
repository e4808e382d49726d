import { createHash } from 'node:crypto';
import type { Mailbox } from './addresses.ts';
import { mailboxes, senderOf } from './addresses.ts';
import type { Authentication } from './authentication.ts';
import { authenticationOf } from './authentication.ts';
import { automaticBecause, unansweredBecause } from './auto-reply.ts';
import type { Bounce } from './bounce.ts';
import { isDaemon, readBounce } from './bounce.ts';
import type { Complaint } from './complaint.ts';
import { readComplaint } from './complaint.ts';
import { fieldText, rawField } from './header-fields.ts';
import type { Contents } from './mail-contents.ts';
import { collected } from './mail-contents.ts';
import { mailDate } from './mail-date.ts';
import { isPassedOn, mailText } from './mail-text.ts';
import { partNamed } from './part-named.ts';
import type { Allowance, Part } from './part-tree.ts';
import { allowance, partOf } from './part-tree.ts';
import { asMail, isBinary } from './raw-bytes.ts';
import { readSesNotice } from './ses-notice.ts';
import type { SpamSign } from './spam-score.ts';
import { SPAM_FROM, spamSigns } from './spam-score.ts';
import type { Threading } from './threading.ts';
import { threadingOf } from './threading.ts';

/** What a mail is, before anybody reads it. */
export type MailKind = 'mail' | 'bounce' | 'auto-reply' | 'complaint' | 'spam';

export interface ReadAttachment {
  filename: string | null;
  type: string;
  size: number;
  sha256: string;
  content: Buffer;
  /** What the page calls it, where it is a picture inside the text. */
  contentId: string | null;
}

/** One mail as the inbox keeps it; the raw message is kept beside it. */
export interface ReadMail {
  subject: string;
  from: Mailbox | null;
  replyTo: Mailbox[];
  date: string | null;
  text: string;
  newText: string;
  quotedText: string;
  signature: string;
  html: string | null;
  attachments: ReadAttachment[];
  kind: MailKind;
  bounce: Bounce | null;
  complaint: Complaint | null;
  /** Why it was written by a program, or null. */
  automatic: string | null;
  /** Why no automatic answer may go to it, or null. */
  unanswered: string | null;
  authentication: Authentication | null;
  threading: Threading;
  spamScore: number;
  spamSigns: SpamSign[];
  warnings: string[];
}

/** The first charset the mail names that says something: it helps where another part names none. */
function charsetHint(part: Part): string | null {
  const own = part.parameters.get('charset') ?? '';
  if (own !== '' && !/^(?:utf-?8|us-ascii|ascii|iso-8859-1|windows-1252)$/i.test(own)) return own;
  const inHeader = part.fields.find(({ name, value }) => (name === 'subject' || name === 'from') && /=\?(?!utf-?8|us-ascii|iso-8859-1\?|windows-1252)/i.test(value))?.value;
  const word = /=\?([^?*\s]{2,40})/.exec(inHeader ?? '')?.[1];
  if (word !== undefined) return word;
  for (const child of part.children.slice(0, 50)) {
    const found = charsetHint(child);
    if (found !== null) return found;
  }
  return null;
}

function kindOf(bounce: Bounce | null, complaint: Complaint | null, automatic: string | null, score: number): MailKind {
  if (bounce !== null) return 'bounce';
  if (complaint !== null) return 'complaint';
  if (automatic !== null) return 'auto-reply';
  return score >= SPAM_FROM ? 'spam' : 'mail';
}

/** What a page shows of the mail's own files. Programs name files that lie beside the text as well. */
function picturesIn(html: string | null): ReadonlySet<string> {
  return new Set([...(html ?? '').matchAll(/\bcid:([^\s"'<>()]{1,250})/gi)].flatMap(([, address]) => (address === undefined ? [] : [address, partNamed(address)])));
}

function attachmentsOf(contents: Contents, html: string | null): ReadAttachment[] {
  const shown = picturesIn(html);
  return contents.attachments.map(({ filename, type, content, contentId = null }) => ({
    filename: filename === null || filename.trim() === '' ? null : filename.trim(),
    type,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
    contentId: contentId !== null && shown.has(contentId) ? contentId : null,
  }));
}

/** Reads the bytes of one mail; whatever they are, it answers, in time that grows with their number only. */
export function readMail(raw: Buffer): ReadMail {
  const allowed = allowance();
  const bytes = asMail(raw);
  const root = partOf(bytes, allowed, 0, 'text/plain');
  if (root.fields.length === 0 && isBinary(bytes)) root.type = 'application/octet-stream';
  return readWhole(root, allowed);
}

/** Reads a tree of parts as the inbox keeps it. */
export function readWhole(root: Part, allowed: Allowance): ReadMail {
  if (root.fields.length === 0) allowed.warnings.add('no-header');
  const contents = collected(root, allowed, charsetHint(root), 0);
  const { fields } = root;
  const subject = fieldText(fields, 'subject') ?? '';
  const from = senderOf(fields);
  const told = mailText(contents.blocks, isPassedOn(subject, contents.blocks));
  for (const warning of told.warnings) allowed.warnings.add(warning);
  const reportType = root.type === 'multipart/report' ? (root.parameters.get('report-type') ?? '').toLowerCase() || null : null;
  const notice = readSesNotice(told.text);
  const failed = notice === null ? readBounce({ fields, contents, from, subject, text: told.text, reportType }) : (notice.bounce ?? (notice.complaint === null ? 'delivered' : null));
  const bounce = failed === 'delivered' ? null : failed;
  const complaint = bounce === null ? (notice?.complaint ?? readComplaint(fields, contents, subject, reportType)) : null;
  // Some send their receipts as any mail with a file.
  const receipt = contents.reports.some(({ type }) => type === 'message/disposition-notification') ? 'disposition-notification' : null;
  const automatic = failed === 'delivered' ? 'delivery receipt' : automaticBecause({ fields, subject, text: told.newText, reportType: reportType ?? receipt, mailSystem: isDaemon(from) });
  const attachments = attachmentsOf(contents, told.html);
  const signs = spamSigns(fields, from, subject, told.newText || told.text, told.html ?? '', attachments.flatMap(({ filename }) => filename ?? []));
  const spamScore = Math.max(0, Math.round(signs.reduce((sum, { points }) => sum + points, 0) * 10) / 10);
  if (rawField(fields, 'from') === null) allowed.warnings.add('no-sender');
  if (fields.filter(({ name }) => name === 'from').length > 1) allowed.warnings.add('several-senders');
  if (/^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/.test(root.type)) allowed.warnings.add('encrypted');
  return {
    subject,
    from,
    replyTo: mailboxes(rawField(fields, 'reply-to')),
    date: mailDate(rawField(fields, 'date')) ?? mailDate((rawField(fields, 'received') ?? '').split(';').at(-1) ?? null),
    text: told.text,
    newText: told.newText,
    quotedText: told.quotedText,
    signature: told.signature,
    html: told.html,
    attachments,
    kind: kindOf(bounce, complaint, automatic, spamScore),
    bounce,
    complaint,
    automatic,
    unanswered: bounce === null && complaint === null ? unansweredBecause(fields, automatic) : 'report',
    authentication: authenticationOf(fields),
    threading: threadingOf(fields),
    spamScore,
    spamSigns: signs,
    warnings: [...allowed.warnings],
  };
}
