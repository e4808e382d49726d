import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type MailSwitches, nextFate } from './mail-switches.ts';
import type { OutboxStore } from './outbox-store.ts';
import { receiveMail } from './receive-mail.ts';

const mostBytes = 25 * 1024 * 1024;

interface Manners {
  switches: MailSwitches;
  now(): Date;
  /** Hands a mail on to another server; true where that has it now, and it need not be kept here. */
  passOn: ((raw: Buffer, envelope: { from: string; to: string[] }) => Promise<boolean>) | null;
}

/** Makes a mail server that takes everything, unless its switches say otherwise. A message is kept before it is acknowledged. */
export function createSmtpSink(outbox: OutboxStore, { switches, now, passOn }: Manners): SMTPServer {
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    logger: false,
    closeTimeout: 200,
    size: mostBytes,
    onAuth: (auth, _, done) => done(null, { user: auth.username ?? 'anyone' }),
    onData: (stream, session, done) => {
      take(stream, session).then(
        (refusal) => done(refusal),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  server.on('error', () => undefined);

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    const raw = await readAll(stream);
    if (stream.sizeExceeded) return Object.assign(new Error('Message exceeds the maximum size'), { responseCode: 552 });
    if (switches.delayMs > 0) await wait(switches.delayMs);
    const next = nextFate(switches);
    if (next.fate === 'refuse') return Object.assign(new Error(next.code < 500 ? 'Try again later' : 'Message refused'), { responseCode: next.code });
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const to = session.envelope.rcptTo.map((recipient) => recipient.address);
    if (!(await passOn?.(raw, { from, to }))) outbox.add(await receiveMail(raw, { from, to }, now()));
    if (next.fate === 'drop') hangUp(server, session.id);
    return null;
  }
  return server;
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function hangUp(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) if (connection.id === sessionId) connection._socket.destroy();
}
