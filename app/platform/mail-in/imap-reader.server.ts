import type { ImapFlow } from 'imapflow';
import { day, minute, second } from '#app/kernel/time.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { imapClient, imapFailure, MailboxFailure, type ImapFailure, type ImapServer } from './imap-connection.server.ts';
import { largestMail } from './largest-mail.ts';
import type { ImapPosition } from './try-imap.server.ts';

/** A mail as it lies in a mailbox: its number there never means another one under this numbering. */
export interface FoundMail {
  uidValidity: bigint;
  uid: bigint;
  bytes: Buffer;
}

export interface ImapReaderOptions {
  /** Asked before each connection: the way in, and how far it was read; null: from now on. */
  open(): Promise<{ server: ImapServer; position: ImapPosition | null; readAt: Date | null }>;
  /** Keeps the mail for good; called again with the same one where it is not known whether it was kept. */
  take(mail: FoundMail): Promise<void>;
  /** Notes how far the mailbox is read. */
  advance(position: ImapPosition): Promise<void>;
  /** Told when it begins to be read, and when it cannot be. */
  stand(state: 'on' | ImapFailure): Promise<void>;
  allowInside: boolean;
  log: Logger;
  /** How long to wait after so many failures in a row. */
  pause?(failures: number): number;
}

export interface ImapReader {
  stop(): Promise<void>;
}

/** What broke on our side says nothing about the mailbox. */
class OurFailure extends Error {}

/** The server that forgets to tell us of a mail is asked all the same. */
const lookAgain = 5 * minute;
/** What was kept and not noted yet is looked at twice after a crash, and known. */
const noteEvery = 25;

/** From two seconds to a quarter of an hour, a little uneven. */
const doubling = (failures: number): number => Math.min(2 * second * 2 ** (failures - 1), 15 * minute) * (0.75 + Math.random() / 2);

/**
 * Reads the inbox of a mailbox as mail comes, by IDLE, and changes nothing in it. Mails are taken in the order of their numbers and a number is passed only once its mail is
 * kept, so none is lost; who takes them knows them by numbering and number, so none is doubled. Broken connections are opened again, with growing pauses.
 */
export function readImap({ open, take, advance, stand, allowInside, log, pause = doubling }: ImapReaderOptions): ImapReader {
  const stopped = new AbortController();
  const { signal } = stopped;
  const ours = <T>(work: Promise<T>) => work.catch((cause: unknown) => Promise.reject(cause instanceof MailboxFailure ? cause : new OurFailure('A mail could not be kept.', { cause })));

  /** What is new since then, oldest first. Answers the number it came to. */
  const catchUp = async (client: ImapFlow, { uidValidity, lastUid }: ImapPosition): Promise<bigint> => {
    const found = await client.search({ uid: `${lastUid + 1n}:*` }, { uid: true });
    let reached = lastUid;
    let unnoted = 0;
    const note = async () => {
      unnoted = 0;
      await ours(advance({ uidValidity, lastUid: reached }));
    };
    // A range to the end names the last mail even where there is nothing new.
    for (const uid of (found || []).map(BigInt).filter((uid) => uid > lastUid).sort((a, b) => Number(a - b))) {
      if (signal.aborted) break;
      const mail = await client.fetchOne(String(uid), { uid: true, source: { maxLength: largestMail } }, { uid: true });
      if (mail && mail.source) await ours(take({ uidValidity, uid, bytes: mail.source }));
      reached = uid;
      unnoted += 1;
      if (unnoted >= noteEvery) await note();
    }
    if (unnoted > 0) await note();
    return reached;
  };

  /** Where to go on: where we were, or, where the server began to number anew, with what came shortly before we last looked. */
  const begin = async (client: ImapFlow, now: ImapPosition, before: ImapPosition | null, readAt: Date | null): Promise<ImapPosition> => {
    if (before?.uidValidity === now.uidValidity) return before;
    if (before === null || readAt === null) return now;
    const since = new Date(readAt.getTime() - 2 * day);
    const [first] = ((await client.search({ since }, { uid: true })) || []).sort((a, b) => a - b);
    return { uidValidity: now.uidValidity, lastUid: first === undefined ? now.lastUid : BigInt(first) - 1n };
  };

  const session = async (onReading: () => void): Promise<void> => {
    const { server, position, readAt } = await ours(open());
    const client = await imapClient(server, { allowInside });
    if (!client) throw new Error('The host cannot be called.');
    const hangUp = () => client.close();
    signal.addEventListener('abort', hangUp, { once: true });
    try {
      let wake = () => {};
      const news = { waits: false };
      const tell = () => ((news.waits = true), wake());
      client.on('exists', tell);
      client.on('close', tell);
      await client.connect();
      const { uidValidity, uidNext } = await client.mailboxOpen('INBOX', { readOnly: true });
      let at = await begin(client, { uidValidity, lastUid: BigInt(uidNext) - 1n }, position, readAt);
      await ours(advance(at));
      await ours(stand('on'));
      onReading();
      while (client.usable && !signal.aborted) {
        news.waits = false;
        at = { uidValidity, lastUid: await catchUp(client, at) };
        if (!client.usable) break;
        if (!news.waits) await untilTold((told) => (wake = told));
      }
    } finally {
      signal.removeEventListener('abort', hangUp);
      client.close();
    }
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await session(() => (failures = 0));
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof OurFailure) log.error({ error: error.cause }, 'mail of a mailbox could not be kept');
        else await stand(imapFailure(error)).catch((cause: unknown) => log.error({ error: cause }, 'how a mailbox stands could not be noted'));
      }
      failures += 1;
      await waited(pause(failures), signal);
    }
  };

  const running = run();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

function untilTold(listen: (told: () => void) => void): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, lookAgain);
    listen(() => {
      clearTimeout(timer);
      done();
    });
  });
}

function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
}
