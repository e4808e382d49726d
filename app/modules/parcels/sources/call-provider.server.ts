import { readJson } from '#app/kernel/json.ts';
import { cut } from '#app/kernel/text.ts';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { plainText } from './answer-shapes.ts';
import { SourceFailure } from './source-failure.ts';

interface Call {
  method?: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** What came back; failures that concern the whole call are thrown as `SourceFailure`, all others are for the caller to read. */
export interface ProviderAnswer {
  status: number;
  body: unknown;
}

const patience = 15_000;
const mostBytes = 10 * 1024 * 1024;

/** One call to a source. Redirects are not followed: a key is shown to nobody but the address it is for. */
export async function callProvider({ method = 'POST', url, headers, body }: Call): Promise<ProviderAnswer> {
  const { hostname } = new URL(url);
  refuseInsideTransaction(`A call to ${hostname}`);
  const init: RequestInit = { method, headers: { accept: 'application/json', ...headers }, redirect: 'error', signal: AbortSignal.timeout(patience) };
  if (body !== undefined) Object.assign(init, { body: JSON.stringify(body), headers: { ...init.headers, 'content-type': 'application/json' } });
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw new SourceFailure('down', `${hostname} did not answer: ${error instanceof Error ? error.message : String(error)}`);
  });
  const told = await textOf(answer).catch(() => {
    throw new SourceFailure('down', `${hostname} broke off its answer.`);
  });
  const read = told.trim() === '' ? null : readJson(told);
  if (answer.status === 429) throw new SourceFailure('slow_down', wordsIn(read) ?? 'Too many requests.', waitOf(answer.headers));
  if (answer.status >= 500 || read === undefined) throw new SourceFailure('down', `${hostname} answered ${answer.status}.`, waitOf(answer.headers));
  if (answer.status === 401 || answer.status === 403) throw new SourceFailure('key', wordsIn(read) ?? `${hostname} answered ${answer.status}.`);
  if (answer.status === 402) throw new SourceFailure('quota', wordsIn(read) ?? 'Payment required.');
  return { status: answer.status, body: read };
}

/** The answer, counted as it comes: a length need not be told, nor be true of what is unpacked. */
async function textOf({ headers, body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  try {
    refuseTooMuch(Number(headers.get('content-length') ?? 0));
    let bytes = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      refuseTooMuch((bytes += next.value.byteLength));
      pieces.push(next.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

function refuseTooMuch(bytes: number): void {
  if (bytes > mostBytes) throw new Error('too large');
}

/** `Retry-After` in seconds or as a date, or the moment that rate-limit headers name. */
function waitOf(headers: Headers): number | null {
  const after = headers.get('retry-after');
  const reset = headers.get('x-ratelimit-reset');
  const seconds = Number(after ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const at = after ? Date.parse(after) : Number(reset ?? Number.NaN) * 1_000;
  return Number.isFinite(at) ? Math.max(0, at - Date.now()) : null;
}

const messageKeys = ['message', 'detail', 'error', 'errors', 'messages', 'meta'] as const;

/** The provider's own words for what is wrong, wherever in its answer they stand. */
export function wordsIn(body: unknown): string | null {
  if (typeof body === 'string') return cut(plainText(body).trim(), 300) || null;
  if (Array.isArray(body)) return wordsIn(body[0]);
  if (typeof body !== 'object' || body === null) return null;
  const held: Readonly<Record<string, unknown>> = { ...body };
  for (const key of messageKeys) {
    const words = held[key] === undefined ? null : wordsIn(held[key]);
    if (words) return words;
  }
  return null;
}
