import { once } from 'node:events';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { readMailHead } from '#app/modules/inbox/index.pure.ts';
import { mailLine } from './mail-line.ts';

// `npm run -s mail:explain < message.eml`, or with a folder: a line of JSON for every file in it, in order of their names.

const TIME_LIMIT_MS = 4_000;
const LARGEST = 64 * 1024 * 1024;
const WORKER = new URL('./explain-mail-worker.ts', import.meta.url);

const hired: { worker: Worker | null } = { worker: null };

/** A worker that waits for mail: the time it takes to begin is not the mail's. */
async function reader(): Promise<Worker> {
  if (hired.worker !== null) return hired.worker;
  const begun = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: 1_024 } });
  await once(begun, 'message');
  hired.worker = begun;
  return begun;
}

/** The line for one mail; reading that fails or takes too long leaves its sender and subject. */
async function explained(file: string, bytes: Buffer): Promise<string> {
  const reading = await reader();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), TIME_LIMIT_MS);
  try {
    reading.postMessage({ file, bytes });
    const [line]: unknown[] = await once(reading, 'message', { signal: late.signal });
    return String(line);
  } catch {
    hired.worker = null;
    await reading.terminate();
    return mailLine(file, readMailHead(bytes, late.signal.aborted ? 'not-read-in-time' : 'not-readable'));
  } finally {
    clearTimeout(timer);
  }
}

/** What a file holds; a pipe, a socket or a device could keep us waiting for ever and is not opened. */
async function bytesOf(path: string): Promise<Buffer | null> {
  if (!(await stat(path)).isFile()) return null;
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer: read, bytesRead } = await file.read(Buffer.alloc(Math.min(size, LARGEST)), 0, Math.min(size, LARGEST), 0);
    return read.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The files in a folder and in the folders inside it, by the way to them; links to folders are not followed. */
async function filesUnder(path: string): Promise<{ file: string; path: string }[]> {
  if (!(await stat(path)).isDirectory()) return [{ file: basename(path), path }];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const found = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const linked = await Promise.all(found.map(async (one) => (await stat(one).catch(() => null))?.isDirectory() ?? false));
  return found
    .filter((_, at) => !linked[at])
    .map((one) => ({ file: relative(path, one), path: one }))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

async function say(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

// Whoever reads may stop early (`| head`); that is no failure of ours.
process.stdout.on('error', () => process.exit(0));

const [folder] = process.argv.slice(2);
if (folder === undefined) await say(await explained('-', (await buffer(process.stdin)).subarray(0, LARGEST)));
else {
  const files = await filesUnder(folder).catch(() => null);
  if (files === null) {
    console.error(`${folder} is no folder and no file that can be read.`);
    process.exitCode = 1;
  }
  for (const { file, path } of files ?? []) {
    const bytes = await bytesOf(path).catch(() => null);
    await say(bytes === null ? mailLine(file, readMailHead(Buffer.alloc(0), 'file-unreadable')) : await explained(file, bytes));
  }
}
await hired.worker?.terminate();
