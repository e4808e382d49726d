import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

export interface ReceivedMail {
  to: string[];
  raw: string;
}

/** A real SMTP server on a free port. `behaviour` says what it does with the next mails. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const behaviour = {
    /** Answer RCPT TO with this error. */
    refuseRecipient: null as { code: number; text: string } | null,
    /** Answer RCPT TO with it for these alone; empty: for everybody. */
    refused: [] as string[],
    /** Take the whole body, then drop the line without a word. */
    hangUpAfterBody: false,
    /** Drop the line when DATA is asked for, before any of the body. */
    hangUpBeforeBody: false,
    delayMs: 0,
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (!behaviour.refuseRecipient || (behaviour.refused.length > 0 && !behaviour.refused.includes(address))) return done();
      done(Object.assign(new Error(behaviour.refuseRecipient.text), { responseCode: behaviour.refuseRecipient.code }));
    },
    onMailFrom(_address, session, done) {
      if (!behaviour.hangUpBeforeBody) return done();
      hangUp(session.id);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString('utf8') });
        if (behaviour.hangUpAfterBody) return hangUp(session.id);
        setTimeout(done, behaviour.delayMs);
      });
    },
  });
  const hangUp = (sessionId: string) => {
    for (const connection of server.connections) {
      if ('id' in connection && connection.id === sessionId && 'close' in connection) connection.close();
    }
  };
  server.on('error', () => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  afterAll(() => new Promise<void>((closed) => server.close(closed)));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, behaviour, callers: () => server.connections.size };
}
