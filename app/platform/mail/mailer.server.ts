import type { Readable } from 'node:stream';
import { createTransport, type Transporter } from 'nodemailer';
import { cut } from '#app/kernel/text.ts';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { DeliveryFailure, type Fate } from './delivery-failure.ts';
import { domainOf, oneLine, readyMail, type MailFile, type MailMessage } from './ready-mail.ts';

export type { MailIdentity, MailMessage } from './ready-mail.ts';

/** One way out for mail: SMTP, or a provider's API. */
export interface Mailer {
  /** Resolves once the server took the mail, with its name and what it calls the mail; otherwise throws a DeliveryFailure. */
  send(message: MailMessage): Promise<{ provider?: string; providerId: string }>;
  close(): void;
}

/** So long a server may take, and nothing in a mail is read from elsewhere. */
export const smtpManners = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true };

/** What a signature answers for, where the mail has it; leaving with one click counts only where both of its headers are signed (RFC 8058, section 4). */
const signedHeaders = 'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:In-Reply-To:References:MIME-Version:Content-Type:Content-Transfer-Encoding:List-Unsubscribe:List-Unsubscribe-Post';

/** Hands mails to an SMTP server over a few lasting connections, signed with DKIM where their domain has a key. */
export function createMailer(options: { smtpUrl: string; from: string; log: Logger }): Mailer {
  return mailerOver(createTransport({ ...connection(options.smtpUrl), ...smtpManners, pool: true, maxConnections: 10, maxRequeues: 0 }), options);
}

/** A mailer that speaks through this transport. */
export function mailerOver(transport: Transporter, options: { from: string; log: Logger }): Mailer {
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
  return {
    async send(message) {
      refuseInsideTransaction('The mail server');
      const { to, cc, replyTo, html, files, ...mail } = readyMail(message, options.from);
      const { messageId } = mail;
      const dkim = message.identity?.dkim;
      try {
        const taken: unknown = await transport.sendMail({
          ...mail,
          headers: { ...mail.headers },
          ...(replyTo === null ? {} : { replyTo }),
          to: { name: '', address: to },
          ...(cc.length === 0 ? {} : { cc: cc.map((address) => ({ name: '', address })) }),
          ...(html === null ? {} : { html }),
          attachments: files.map(attached),
          ...(dkim ? { dkim: { domainName: domainOf(mail.from.address), keySelector: dkim.selector, privateKey: dkim.privateKey, headerFieldNames: signedHeaders } } : {}),
        });
        const refusal = refusalOf(to, taken);
        if (refusal) throw refusal;
        return { providerId: messageId };
      } catch (error) {
        if (error instanceof DeliveryFailure) throw error;
        const fate = fateOf(error, bodies.get(messageId)?.readableDidRead === true);
        options.log.warn({ fate, messageId, reason: reasonOf(error) }, 'mail was not accepted');
        throw new DeliveryFailure(fate, reasonOf(error), { cause: error, deadAddress: isDeadAddress(error) });
      } finally {
        bodies.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** A file as the composer wants it: its bytes, never a path. */
export function attached({ filename, type, content }: MailFile) {
  return { filename, contentType: type, content, contentDisposition: 'attachment' as const };
}

/** What the server said to the recipient where it took the mail for the copies alone. */
function refusalOf(to: string, taken: unknown): DeliveryFailure | null {
  if (typeof taken !== 'object' || taken === null || !('rejected' in taken) || !Array.isArray(taken.rejected) || !taken.rejected.includes(to)) return null;
  const errors: unknown[] = 'rejectedErrors' in taken && Array.isArray(taken.rejectedErrors) ? taken.rejectedErrors : [];
  const own = errors.find((error) => typeof error === 'object' && error !== null && 'recipient' in error && error.recipient === to);
  return new DeliveryFailure('permanent', reasonOf(own ?? 'The recipient was refused.'), { cause: own, deadAddress: isDeadAddress(own), leftForCopies: true });
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

/** No such mailbox, domain or syntax, or a domain that takes no mail (RFC 3463, RFC 7505). Without such a code a refusal may be one of policy. */
function isDeadAddress(error: unknown): boolean {
  const { code, response } = smtpError(error);
  return code === 'EENVELOPE' && /^5\d\d[ -]5\.1\.(?:1|2|3|10)(?!\d)/.test(response);
}

function smtpError(error: unknown): { responseCode: number | null; code: string; response: string } {
  if (typeof error !== 'object' || error === null) return { responseCode: null, code: '', response: '' };
  return {
    responseCode: 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    code: 'code' in error ? String(error.code) : '',
    response: 'response' in error ? String(error.response) : '',
  };
}

function reasonOf(error: unknown): string {
  return cut(oneLine(error instanceof Error ? error.message : String(error)), 500);
}
