import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { DeliveryFailure, type Fate } from './delivery-failure.ts';
import { readEmailAddress } from './email-address.ts';

export interface MailMessage {
  /** Ours, and the same for every attempt at one message: it becomes the Message-ID. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Readonly<Record<string, string>>;
  /** Whose name the mail bears, and where answers go; the address it leaves from is the server's own. */
  sender: { name: string; replyTo: string | null };
}

/** Hands mails to the SMTP server over a few lasting connections. */
export interface Mailer {
  /** Resolves once the server took the mail; otherwise throws a DeliveryFailure. */
  send(message: MailMessage): Promise<{ providerId: string }>;
  close(): void;
}

export function createMailer(options: { smtpUrl: string; from: string; log: Logger }): Mailer {
  const transport = createTransport({
    ...connection(options.smtpUrl),
    pool: true,
    maxConnections: 3,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const bodies = new Map<string, Readable>();
  // A body of which nothing was read cannot have arrived: that tells "lost" from "perhaps lost".
  transport.use('stream', (mail, done) => {
    const open = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (...given) => {
      const body = open(...given);
      bodies.set(mail.message.messageId(), body);
      return body;
    };
    done();
  });
  const address = /<([^>]+)>/.exec(options.from)?.[1] ?? options.from.trim();
  const domain = address.split('@')[1] ?? 'localhost';

  return {
    async send(message) {
      refuseInsideTransaction('The mail server');
      const to = readEmailAddress(message.to);
      if (to === null) throw new DeliveryFailure('permanent', 'The recipient is not an email address.');
      const headers = safeHeaders(message.headers);
      const messageId = `<${message.id}@${domain}>`;
      try {
        await transport.sendMail({
          messageId,
          from: { name: oneLine(message.sender.name), address },
          ...(message.sender.replyTo === null ? {} : { replyTo: message.sender.replyTo }),
          to: { name: '', address: to },
          subject: oneLine(message.subject),
          text: message.text,
          ...(message.html === null ? {} : { html: message.html }),
          headers,
        });
        return { providerId: messageId };
      } catch (error) {
        const fate = fateOf(error, bodies.get(messageId)?.readableDidRead === true);
        options.log.warn({ fate, messageId, reason: reasonOf(error) }, 'mail was not accepted');
        throw new DeliveryFailure(fate, reasonOf(error), { cause: error });
      } finally {
        bodies.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

function connection(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
  };
}

/** What the server said decides; where it said nothing, whether any of the body had left. A refused login is our fault, not the mail's. */
function fateOf(error: unknown, bodyWasRead: boolean): Fate {
  const { responseCode, code } = smtpError(error);
  if (code === 'EAUTH' || code === 'ECONFIG' || code === 'ENOAUTH') return 'temporary';
  if (responseCode !== null) return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE') ? 'permanent' : 'temporary';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return 'permanent';
  return bodyWasRead ? 'unknown' : 'temporary';
}

function smtpError(error: unknown): { responseCode: number | null; code: string } {
  if (typeof error !== 'object' || error === null) return { responseCode: null, code: '' };
  return {
    responseCode: 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    code: 'code' in error ? String(error.code) : '',
  };
}

function reasonOf(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error)).slice(0, 500);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function safeHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const name of Object.keys(headers)) {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name)) throw new DeliveryFailure('permanent', `Not the name of a mail header: ${JSON.stringify(name)}`);
  }
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]));
}
