import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { minute, second } from '#app/kernel/time.ts';
import { addressToCall } from '#app/platform/mail/mail-host.server.ts';
import { largestMail } from './largest-mail.ts';

/** A mailbox at a server that somebody else named. */
export interface ImapServer {
  host: string;
  port: number;
  security: 'tls' | 'starttls';
  user: string;
  auth: { password: string } | { accessToken: string };
}

/** Why a mailbox cannot be read, in names of texts. */
export type ImapFailure = 'unreachable' | 'login' | 'tls' | 'folder';

/** A mailbox that cannot be read, for a reason that is known before it is called. */
export class MailboxFailure extends Error {
  readonly failure: ImapFailure;

  constructor(failure: ImapFailure) {
    super(`The mailbox cannot be read: ${failure}.`);
    this.name = 'MailboxFailure';
    this.failure = failure;
  }
}

/** A client for the server, not connected yet; null where its host leads inside our network or nowhere. A password never crosses a connection in the open, unless the installation is all one network. */
export async function imapClient({ host, port, security, user, auth }: ImapServer, { allowInside }: { allowInside: boolean }): Promise<ImapFlow | null> {
  const address = await addressToCall(host, { allowInside });
  if (address === null) return null;
  const client = new ImapFlow({
    host: address,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    port,
    secure: security === 'tls',
    ...(security === 'starttls' && !allowInside ? { doSTARTTLS: true } : {}),
    tls: { rejectUnauthorized: !allowInside },
    auth: 'password' in auth ? { user, pass: auth.password } : { user, accessToken: auth.accessToken },
    logger: false,
    clientInfo: { name: 'Aftercare' },
    connectionTimeout: 20 * second,
    greetingTimeout: 20 * second,
    socketTimeout: 5 * minute,
    maxIdleTime: 4 * minute,
    // Time enough for what comes in one burst; then the server tells us of the next mail by itself.
    autoIdleDelay: second / 2,
    maxLiteralSize: 2 * largestMail,
    maxResponseSize: 4 * largestMail,
  });
  // What breaks between two commands is told by the end of the connection; without a listener it would end the process.
  client.on('error', () => undefined);
  return client;
}

/** What a failure to connect or to read means. */
export function imapFailure(error: unknown): ImapFailure {
  if (error instanceof MailboxFailure) return error.failure;
  if (typeof error !== 'object' || error === null) return 'unreachable';
  if ('authenticationFailed' in error && error.authenticationFailed === true) return 'login';
  const code = 'code' in error ? String(error.code) : '';
  if (/CERT|TLS|SSL|SELF_SIGNED|EPROTO|UNABLE_TO/i.test(code) || ('tlsFailed' in error && error.tlsFailed === true)) return 'tls';
  return 'serverResponseCode' in error && error.serverResponseCode === 'NONEXISTENT' ? 'folder' : 'unreachable';
}
