import { DeliveryFailure } from './delivery-failure.ts';
import { readEmailAddress } from './email-address.ts';

/** The address a mail leaves from, and the key its domain signs with; null where somebody else signs. */
export interface MailIdentity {
  address: string;
  dkim: { selector: string; privateKey: string } | null;
}

/** A file that goes with a mail. */
export interface MailFile {
  filename: string;
  type: string;
  content: Buffer;
}

export interface MailMessage {
  /** Ours, and the same for every attempt at one message: it becomes the Message-ID where none is given. */
  id: string;
  /** Stands behind the id in that Message-ID. */
  seal?: string;
  /** In angle brackets; it stays the same whatever address the mail leaves from. */
  messageId?: string;
  to: string;
  cc?: readonly string[];
  subject: string;
  text: string;
  html: string | null;
  headers: Readonly<Record<string, string>>;
  files?: readonly MailFile[];
  /** Whose name the mail bears, where answers go, and the address that it leaves from where whoever sends it may speak for that. */
  sender: { name: string; replyTo: string | null; address?: string | null };
  /** Whose address it leaves from; without one, the mailer's own. */
  identity?: MailIdentity;
}

/** A mail of which every line is what it says. */
export interface ReadyMail {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  cc: readonly string[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
  headers: Readonly<Record<string, string>>;
  files: readonly MailFile[];
}

/** Makes sure that nothing in a message can add a header or a recipient; a mail that cannot be sent so is a permanent `DeliveryFailure`. */
export function readyMail(message: MailMessage, from: string): ReadyMail {
  const to = readEmailAddress(message.to);
  if (to === null) throw new DeliveryFailure('permanent', 'The recipient is not an email address.');
  const { 'Reply-To': replyTo = message.sender.replyTo, ...headers } = safeHeaders(message.headers);
  const address = bareAddress(message.identity?.address ?? from);
  return {
    messageId: message.messageId === undefined ? `<${[message.id, ...(message.seal === undefined ? [] : [message.seal])].join('.')}@${domainOf(address)}>` : safeMessageId(message.messageId),
    from: { name: oneLine(message.sender.name).replace(/[\\"<>]/g, ''), address },
    to,
    cc: (message.cc ?? []).map(copyTo),
    replyTo: replyTo === null ? null : oneLine(replyTo),
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    headers,
    files: (message.files ?? []).map(({ filename, ...file }) => ({ ...file, filename: safeFilename(filename) })),
  };
}

/** `Nordlicht <care@example.com>` as one line of a header or a form; the name is quoted. */
export function writtenSender({ name, address }: ReadyMail['from']): string {
  return name === '' ? address : `"${name}" <${address}>`;
}

export function domainOf(address: string): string {
  return address.split('@')[1] ?? 'localhost';
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** `care@example.com` of `Nordlicht <care@example.com>`. */
export function bareAddress(written: string): string {
  return /<([^>]+)>/.exec(written)?.[1] ?? written.trim();
}

function copyTo(written: string): string {
  const address = readEmailAddress(written);
  if (address === null) throw new DeliveryFailure('permanent', 'One of the copies is to no email address.');
  return address;
}

function safeMessageId(written: string): string {
  if (!/^<[\w.+-]{1,150}@[\w.-]{1,150}>$/.test(written)) throw new DeliveryFailure('permanent', 'Not a Message-ID.');
  return written;
}

function safeFilename(written: string): string {
  return oneLine(written).replace(/["\\/]/g, '_').slice(0, 200) || 'file';
}

function safeHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const name of Object.keys(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name)) throw new DeliveryFailure('permanent', `Not the name of a mail header: ${JSON.stringify(name)}`);
  }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]));
}
