import type { ImapFlow, SearchObject } from 'imapflow';
import { day, minute, second } from '#app/kernel/time.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { imapClient, imapFailure, MailboxFailure, type ImapFailure, type ImapServer } from './imap-connection.server.ts';
import { openFolder, type ImapFolder, type ImapPosition } from './imap-folder.server.ts';
import { largestMail } from './largest-mail.ts';

/** A mail as it lies in a folder: its number there never means another one under this numbering. */
export interface FoundMail {
  uidValidity: bigint;
  uid: bigint;
  bytes: Buffer;
}

export interface ImapReaderOptions {
  folder: ImapFolder;
  /** Asked before each connection: the way in, and how far it was read; null: from now on. Nothing where the folder is not to be read. */
  open(): Promise<{ server: ImapServer; position: ImapPosition | null; readAt: Date | null } | null>;
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
/** A mail that its server does not hand out is asked for so often, with pauses that grow, before those behind it are read. */
const mostRefusals = 10;

/** From two seconds to a quarter of an hour, a little uneven. */
const doubling = (failures: number): number => Math.min(2 * second * 2 ** (failures - 1), 15 * minute) * (0.75 + Math.random() / 2);

/**
 * Reads a folder of a mailbox as mail comes, by IDLE, and changes nothing in it. Mails are taken in the order of their numbers and a number is passed only once its mail is
 * kept, so none is lost but what its server never hands out; who takes them knows them by numbering and number, so none is doubled. Broken connections are opened again, with growing pauses.
 */
export function readImap({ folder, open, take, advance, stand, allowInside, log, pause = doubling }: ImapReaderOptions): ImapReader {
  const stopped = new AbortController();
  const { signal } = stopped;
  const ours = <T>(work: Promise<T>) => work.catch((cause: unknown) => Promise.reject(cause instanceof MailboxFailure ? cause : new OurFailure('A mail could not be kept.', { cause })));

  const refusals = new Map<bigint, number>();
  /** A mail's bytes, or that it is gone meanwhile, or that its server does not hand it out, however often it is asked. */
  const bytesOf = async (client: ImapFlow, uid: bigint): Promise<Buffer | 'gone' | 'refused'> => {
    const mail = await client.fetchOne(String(uid), { uid: true, source: { maxLength: largestMail } }, { uid: true }).catch((error: unknown) => {
      if (isRefusal(error)) return error;
      throw error;
    });
    if (!mail) return 'gone';
    if (!(mail instanceof Error) && mail.source) return mail.source;
    const times = (refusals.get(uid) ?? 0) + 1;
    refusals.set(uid, times);
    if (times >= mostRefusals) return 'refused';
    throw mail instanceof Error ? mail : new Error('The server handed out a mail without its bytes.');
  };
  /** A later one that can be read shows that it is the mail, and not the server: only then those before it stay behind. */
  const passTo = (reached: bigint) => {
    refusals.delete(reached);
    for (const uid of [...refusals.keys()].filter((each) => each < reached)) {
      log.error({ uid: String(uid) }, 'a mail is not read, as its server does not hand it out');
      refusals.delete(uid);
    }
  };

  /** What was found; a search that the server refused says nothing of what is there. */
  const found = async (client: ImapFlow, what: SearchObject): Promise<bigint[]> => {
    const uids = await client.search(what, { uid: true });
    if (!uids) throw new Error('The server refused to search.');
    return uids.map(BigInt).sort((one, other) => Number(one - other));
  };

  /** What is new since then, oldest first. Answers the number it came to. */
  const catchUp = async (client: ImapFlow, { uidValidity, lastUid }: ImapPosition): Promise<bigint> => {
    let reached = lastUid;
    let unnoted = 0;
    const note = async () => {
      unnoted = 0;
      await ours(advance({ uidValidity, lastUid: reached }));
    };
    try {
      // A range to the end names the last mail even where there is nothing new.
      for (const uid of (await found(client, { uid: `${lastUid + 1n}:*` })).filter((each) => each > lastUid)) {
        if (signal.aborted) break;
        const bytes = await bytesOf(client, uid);
        if (bytes === 'refused') continue;
        if (bytes !== 'gone') await ours(take({ uidValidity, uid, bytes }));
        passTo(uid);
        reached = uid;
        unnoted += 1;
        if (unnoted >= noteEvery) await note();
      }
    } finally {
      if (unnoted > 0) await note();
    }
    return reached;
  };

  /** Where to go on: where we were, or, where the server began to number anew, with what came shortly before we last looked. */
  const begin = async (client: ImapFlow, now: ImapPosition, before: ImapPosition | null, readAt: Date | null): Promise<ImapPosition> => {
    if (before?.uidValidity === now.uidValidity) return before;
    if (before === null || readAt === null) return now;
    const since = new Date(readAt.getTime() - 2 * day);
    const [first] = await found(client, { since });
    return { uidValidity: now.uidValidity, lastUid: first === undefined ? now.lastUid : first - 1n };
  };

  /** Answers whether there is anything to be read. */
  const session = async (onRead: () => void): Promise<boolean> => {
    const wayIn = await ours(open());
    if (wayIn === null) return false;
    const { server, position, readAt } = wayIn;
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
      const now = await openFolder(client, folder);
      let at = await begin(client, now, position, readAt);
      await ours(advance(at));
      await ours(stand('on'));
      while (client.usable && !signal.aborted) {
        news.waits = false;
        at = { uidValidity: now.uidValidity, lastUid: await catchUp(client, at) };
        onRead();
        if (!client.usable) break;
        if (!news.waits) await untilTold((told) => (wake = told));
      }
    } finally {
      signal.removeEventListener('abort', hangUp);
      client.close();
    }
    return true;
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        if (!(await session(() => (failures = 0)))) return;
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

/** What a server says that will do it later (RFC 5530). */
const later: ReadonlySet<unknown> = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'THROTTLED']);

/** Whether the server answered that it will not, on a connection that goes on. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseStatus' in error) || (error.responseStatus !== 'NO' && error.responseStatus !== 'BAD')) return false;
  return !('code' in error && error.code === 'ETHROTTLE') && !('serverResponseCode' in error && later.has(error.serverResponseCode));
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
