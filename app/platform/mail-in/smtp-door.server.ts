import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { minute } from '#app/kernel/time.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { isInside } from '#app/platform/mail/mail-host.server.ts';
import { largestMail } from './largest-mail.ts';

/** A mail as it was handed in. */
export interface HandedIn {
  from: string;
  to: readonly string[];
  bytes: Buffer;
  client: { ip: string; helo: string };
}

/** What an address is to us: somebody's, nobody's, or not to be said right now. */
export type Known<Box> = { box: Box } | 'nobody' | 'later';

export interface SmtpDoorOptions<Box> {
  port: number;
  /** What the door is called: in its greeting and in addresses of its own. */
  name: string;
  /** True where everybody comes through a forward that speaks the PROXY protocol: who calls is what it says. */
  isBehindProxy?: boolean;
  /** With it, connections may turn to TLS. */
  certificate: { key: string; cert: string } | null;
  boxOf(address: string): Promise<Known<Box>>;
  /** False where this sender has sent so much of late that the rest must wait. */
  mayWrite(box: Box, sender: string, ip: string): Promise<boolean>;
  /** Keeps the mail for good. The sender is told that it arrived only once this is done. */
  take(mail: HandedIn, boxes: readonly Box[]): Promise<void>;
  log: Logger;
  patience?: Partial<Patience>;
}

export interface SmtpDoor {
  port: number;
  /** Takes no new connection; mails that are being kept are answered. */
  stop(): Promise<void>;
}

const mostClients = 200;
const mostOfOneAddress = 50;
const mostRecipients = 100;

/** What one sender may cost us. */
interface Patience {
  /** So long may a connection say nothing, and so long may it last at all. */
  silence: number;
  longest: number;
  /** What all mails that are on their way in may take of memory together. */
  mostAtOnce: number;
}
const ordinary: Patience = { silence: minute, longest: 15 * minute, mostAtOnce: 256 * 1024 * 1024 };

/**
 * Our own mail server, for incoming mail alone. A mail is kept before it is acknowledged. What we cannot take now is answered with 4xx, which its sender's
 * server tries again; 5xx is for what will never be taken: nobody's address, a mail that is too large.
 */
export async function openSmtpDoor<Box>({ port, name, isBehindProxy = false, certificate, boxOf, mayWrite, take, log, patience = {} }: SmtpDoorOptions<Box>): Promise<SmtpDoor> {
  const { silence, longest, mostAtOnce } = { ...ordinary, ...patience };
  const boxes = new WeakMap<SMTPServerSession, Map<string, Box>>();
  const guests = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  let onTheWay = 0;

  const admit = async (address: string, session: SMTPServerSession): Promise<void> => {
    if (session.envelope.rcptTo.length >= mostRecipients) throw refusal(452, '4.5.3 Too many recipients at once');
    const known = await boxOf(address);
    if (known === 'nobody') throw refusal(550, '5.1.1 Nobody here has this address');
    if (known === 'later') throw refusal(450, '4.2.1 This address is not settled yet, try again later');
    const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address.toLowerCase() : '';
    if (!(await mayWrite(known.box, sender, session.remoteAddress))) throw refusal(450, '4.7.1 Too many mails at once, try again later');
    const mine = boxes.get(session) ?? new Map<string, Box>();
    boxes.set(session, mine.set(address.toLowerCase(), known.box));
  };

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    let held = 0;
    const mayHold = (more: number): boolean => {
      if (onTheWay + more > mostAtOnce) return false;
      onTheWay += more;
      held += more;
      return true;
    };
    try {
      // Whoever hangs up in the middle ends this with an error, and the room is free again all the same.
      const bytes = await collect(stream, mayHold);
      if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is too large');
      if (bytes === null) throw refusal(451, '4.3.1 Too much mail at once, try again later');
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const found = to.map((address) => boxes.get(session)?.get(address.toLowerCase()) ?? missing(address));
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
      await take({ from, to, bytes, client: { ip: session.remoteAddress, helo: String(session.hostNameAppearsAs || '') } }, found);
    } finally {
      onTheWay -= held;
    }
  };

  /** What went wrong on our side is for later. */
  const answer = (work: Promise<void>, done: (error?: Error | null) => void) =>
    void work.then(
      () => done(),
      (error: unknown) => {
        if (error instanceof Error && 'responseCode' in error) return done(error);
        log.error({ error }, 'a mail could not be taken in');
        done(refusal(451, '4.3.0 The mail could not be kept, try again later'));
      },
    );

  const server: SMTPServer = new SMTPServer({
    name,
    banner: 'Aftercare',
    size: largestMail,
    rejectOversized: true,
    disableReverseLookup: true,
    logger: false,
    useProxy: isBehindProxy,
    maxClients: mostClients,
    socketTimeout: silence,
    closeTimeout: 10_000,
    disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...certificate,
    onConnect(session, done) {
      const here = guests.get(session.remoteAddress) ?? 0;
      // Who comes from inside our own network passes on the mail of many.
      if (here >= mostOfOneAddress && !isInside(session.remoteAddress)) return done(refusal(421, '4.7.0 Too many connections at once'));
      guests.set(session.remoteAddress, here + 1);
      timers.set(session.id, setTimeout(() => hangUp(server, session.id), longest).unref());
      done();
    },
    onClose(session) {
      const timer = timers.get(session.id);
      if (!timer) return;
      clearTimeout(timer);
      timers.delete(session.id);
      const here = (guests.get(session.remoteAddress) ?? 1) - 1;
      if (here > 0) guests.set(session.remoteAddress, here);
      else guests.delete(session.remoteAddress);
    },
    onRcptTo: ({ address }, session, done) => answer(admit(address, session), done),
    onData: (stream, session, done) => answer(receive(stream, session), done),
  });
  // A connection that breaks is its sender's matter; without a listener it would be ours.
  server.on('error', (error: Error) => log.debug({ error }, 'a connection to the mail door broke'));
  await new Promise<void>((done, fail) => {
    server.server.once('error', fail);
    server.listen(port, () => done());
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

const missing = (address: string): never => {
  throw new Error(`A recipient was let in without a mailbox (${address.length} signs).`);
};

/** The whole mail, or null where there is no room for it; it is read to its end either way, as its sender listens only then. */
async function collect(stream: SMTPServerDataStream, mayHold: (more: number) => boolean): Promise<Buffer | null> {
  let chunks: Buffer[] | null = [];
  for await (const chunk of stream) {
    if (chunks === null || stream.sizeExceeded) continue;
    const part = Buffer.from(chunk);
    if (mayHold(part.length)) chunks.push(part);
    else chunks = null;
  }
  return chunks && Buffer.concat(chunks);
}

function hangUp(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) if (connection.id === sessionId) connection._socket.destroy();
}
