import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A mail server in this process that remembers when which mail came, by our own number of it, and can be made to refuse or to be slow. */
export async function startMailSink() {
  const received: { message: string; at: number }[] = [];
  const behaviour = { refuses: false, delayMs: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(behaviour.refuses ? Object.assign(new Error('come back later'), { responseCode: 451 }) : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const message = /^Message-ID: <\d+\.(\d+)@/im.exec(Buffer.concat(parts).toString('latin1'))?.[1] ?? 'unnamed';
        received.push({ message, at: Date.now() });
        if (behaviour.delayMs > 0) await sleep(behaviour.delayMs);
        done();
      });
    },
  });
  server.on('error', () => undefined); // A killed worker leaves its connections.
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, received, behaviour, stop: () => new Promise<void>((closed) => server.close(closed)) };
}
