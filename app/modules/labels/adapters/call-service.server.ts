import { readJson } from '#app/kernel/json.ts';
import { cut } from '#app/kernel/text.ts';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { LabelRefused, ServiceSilent } from './label-problem.ts';

interface Call {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** What came back; what concerns every call is thrown, the rest is for the caller to read. */
export interface ServiceAnswer {
  status: number;
  body: unknown;
}

/** Buying asks a carrier, which takes its time. */
const patience = 60_000;
const mostBytes = 8 * 1024 * 1024;

/** One call to a label service. Redirects are not followed: a key is shown to nobody but the address it is for. */
export async function callService({ method, url, headers, body }: Call): Promise<ServiceAnswer> {
  const { hostname } = new URL(url);
  const init: RequestInit = { method, headers: { accept: 'application/json', ...headers } };
  if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { ...init.headers, 'content-type': 'application/json' } });
  const { status, bytes } = await ask(url, init);
  const told = new TextDecoder().decode(bytes).trim();
  const read = told === '' ? null : readJson(told);
  if (status === 401 || status === 403) throw new LabelRefused('key', wordsIn(read) ?? `${hostname} answered ${status}.`);
  if (status === 402) throw new LabelRefused('funds', wordsIn(read) ?? 'Payment required.');
  if (status === 429 || status >= 500 || read === undefined) throw new ServiceSilent(`${hostname} answered ${status}.`);
  return { status, body: read };
}

/** A file that a service made, whole. */
export async function fetchFile(url: string): Promise<Uint8Array> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') throw new ServiceSilent('The file has no safe address.');
  const { status, bytes } = await ask(url, { method: 'GET' });
  if (status >= 300) throw new ServiceSilent(`${hostname} answered ${status}.`);
  return bytes;
}

async function ask(url: string, init: RequestInit): Promise<{ status: number; bytes: Uint8Array }> {
  const { hostname } = new URL(url);
  refuseInsideTransaction(`A call to ${hostname}`);
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(patience) });
    return { status: answer.status, bytes: await wholeOf(answer) };
  } catch (error) {
    throw new ServiceSilent(`${hostname} did not answer: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Counted as it comes: a length need not be told, nor be true. */
async function wholeOf({ body }: Response): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if ((bytes += next.value.byteLength) > mostBytes) throw new Error('too large');
      pieces.push(next.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

const wordKeys = ['message', 'text', 'detail', 'error', 'errors', 'messages'] as const;

/** The service's own words for what is wrong, wherever in its answer they stand. */
export function wordsIn(body: unknown): string | null {
  if (typeof body === 'string') return cut(body.replace(/<[^>]*>/g, ' ').trim(), 300) || null;
  if (Array.isArray(body)) return body.map(wordsIn).find((words) => words !== null) ?? null;
  if (typeof body !== 'object' || body === null) return null;
  const held: Readonly<Record<string, unknown>> = { ...body };
  for (const words of [...wordKeys.map((key) => held[key]), ...Object.values(held)]) {
    const found = typeof words === 'object' || typeof words === 'string' ? wordsIn(words) : null;
    if (found) return found;
  }
  return null;
}
