import { once } from 'node:events';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readMailHead } from '../reading/read-mail-head.ts';
import { cleaned, type IncomingMail } from './incoming-mail.ts';

/** Reads mails apart from this process. */
export interface MailReader {
  /** Answers for any bytes; of a mail that cannot be read, or not in time, with its sender and subject. */
  read(bytes: Buffer): Promise<IncomingMail>;
  close(): Promise<void>;
}

interface Limits {
  /** One mail's share of a processor. */
  milliseconds?: number;
  megabytes?: number;
  /** The file the thread runs. */
  thread?: URL | string;
}

/** So many times its share a mail may take by the clock. */
const patience = 5;

/** Beside the sources where they run as they are, beside the server where they were built. */
function threadFile(): URL | string {
  return import.meta.url.endsWith('.ts') ? new URL('./reading-thread.ts', import.meta.url) : resolve('build/server/mail-reading-thread.js');
}

/** A reader with one thread, begun with the first mail: mails wait their turn, and the time they wait is not theirs. */
export function createMailReader({ milliseconds = 4_000, megabytes = 512, thread = threadFile() }: Limits = {}): MailReader {
  let hired: Worker | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const worker = async (): Promise<Worker> => {
    if (hired) return hired;
    const begun = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    // Whatever ends it is told to whoever waits for its answer; between two mails nobody does.
    begun.on('error', () => undefined);
    begun.once('exit', () => {
      if (hired === begun) hired = null;
    });
    await once(begun, 'message');
    begun.unref();
    hired = begun;
    return begun;
  };
  const readNow = async (bytes: Buffer): Promise<IncomingMail> => {
    const reading = await worker();
    const late = new AbortController();
    const until = performance.now() + patience * milliseconds;
    // A thread that is gone has said so already.
    const before = reading.cpuUsage().catch(() => null);
    // On a machine that has much to do an honest mail takes long, too: what counts is how long it was worked on.
    const look = async () => {
      if (performance.now() > until) return late.abort();
      const used = await reading.cpuUsage((await before) ?? undefined).catch(() => null);
      if (used && (used.user + used.system) / 1_000 > milliseconds) late.abort();
    };
    const timer = setInterval(() => void look(), milliseconds / 8);
    reading.ref();
    try {
      reading.postMessage(bytes);
      const [answer]: IncomingMail[] = await once(reading, 'message', { signal: late.signal });
      if (!answer) throw new Error('The thread answered nothing.');
      return answer;
    } catch {
      hired = null;
      await reading.terminate();
      return cleaned(readMailHead(bytes, late.signal.aborted ? 'not-read-in-time' : 'not-readable'));
    } finally {
      clearInterval(timer);
      if (hired === reading) reading.unref();
    }
  };

  return {
    read(bytes) {
      const answer = turn.then(() => readNow(bytes));
      turn = answer.catch(() => undefined);
      return answer;
    },
    async close() {
      await hired?.terminate();
      hired = null;
    },
  };
}
