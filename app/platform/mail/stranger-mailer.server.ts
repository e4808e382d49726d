import { createTransport } from 'nodemailer';
import type { Logger } from '#app/platform/log/log.server.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import { addressToCall } from './mail-host.server.ts';
import { mailerOver, smtpManners, type Mailer } from './mailer.server.ts';

/** A mail server that somebody else named. */
export interface NamedServer {
  host: string;
  port: number;
  /** TLS from the first byte; without it the connection begins in the open and turns to TLS. */
  implicitTls: boolean;
  user: string;
  password: string;
}

interface Options {
  from: string;
  log: Logger;
  /** Hosts of our own network, and servers without TLS, are called as well: for an installation that is all one network. */
  allowInside: boolean;
}

/** Hands mails to a server that a merchant named, over two connections at most: never inside our network, never a password without TLS. */
export function createStrangerMailer(server: NamedServer, options: Options): Mailer {
  let opened: Promise<Mailer | null> | null = null;
  const open = async () => {
    const where = await connectionTo(server, options.allowInside);
    return where && mailerOver(createTransport({ ...where, pool: true, maxConnections: 2, maxRequeues: 0 }), options);
  };
  return {
    async send(message) {
      const mailer = await (opened ??= open());
      if (!mailer) throw new DeliveryFailure('temporary', `The mail server ${server.host} cannot be called.`);
      return mailer.send(message);
    },
    close: () => void opened?.then((mailer) => mailer?.close()),
  };
}

export type ServerTrial = 'right' | 'unreachable' | 'login' | 'tls';

/** Whether the server lets us in: connects, turns to TLS, shows the password, and sends nothing. */
export async function tryServer(server: NamedServer, { allowInside }: Pick<Options, 'allowInside'>): Promise<ServerTrial> {
  const where = await connectionTo(server, allowInside);
  if (!where) return 'unreachable';
  try {
    await createTransport(where).verify();
    return 'right';
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code === 'EAUTH') return 'login';
    return code === 'ETLS' || code === 'ESOCKET' ? 'tls' : 'unreachable';
  }
}

async function connectionTo({ host, port, implicitTls, user, password }: NamedServer, allowInside: boolean) {
  const address = await addressToCall(host, { allowInside });
  if (address === null) return null;
  return { ...smtpManners, host: address, port, secure: implicitTls, requireTLS: !implicitTls && !allowInside, tls: { servername: host }, ...(user === '' ? {} : { auth: { user, pass: password } }) };
}
