import { readJson } from '#app/kernel/json.ts';
import { cut } from '#app/kernel/text.ts';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import { DeliveryFailure, type Fate } from './delivery-failure.ts';

interface Call {
  /** As people call it. */
  provider: string;
  url: string | URL;
  method?: 'POST' | 'GET';
  headers: Record<string, string>;
  body?: string | URLSearchParams | FormData;
  timeoutMs?: number;
}

/** What a provider said. */
export interface ProviderAnswer {
  status: number;
  headers: Headers;
  /** Parsed where it was JSON, else its text. */
  body: unknown;
}

const patience = 20_000;

/** One call to a provider. Where it does not answer, a DeliveryFailure says whether the message may have arrived. Redirects are not followed: a key is for one address. */
export async function callProvider({ provider, url, method = 'POST', headers, body, timeoutMs = patience }: Call): Promise<ProviderAnswer> {
  refuseInsideTransaction(provider);
  try {
    const answer = await fetch(String(url), { method, headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs), ...(body === undefined ? {} : { body }) });
    const text = await answer.text();
    const read = readJson(text);
    return { status: answer.status, headers: answer.headers, body: read === undefined ? text : read };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new DeliveryFailure(neverConnected(error) ? 'temporary' : 'unknown', `${provider} did not answer: ${words}`, { cause: error });
  }
}

/** The failure that a refusal is. "Not now" and a refused key leave the message unsent; other 5xx come from somewhere behind the door. */
export function refusedBy(provider: string, { status, body }: Pick<ProviderAnswer, 'status' | 'body'>, fate: Fate = fateOfStatus(status)): DeliveryFailure {
  const words = wordsIn(body);
  return new DeliveryFailure(fate, words === null ? `${provider} answered ${status}.` : `${provider} answered ${status}: ${words}`);
}

function fateOfStatus(status: number): Fate {
  if ([401, 402, 403, 408, 429, 503].includes(status)) return 'temporary';
  return status >= 500 ? 'unknown' : 'permanent';
}

/** The provider's own words for what is wrong, wherever in its answer they stand. */
function wordsIn(body: unknown): string | null {
  if (typeof body === 'string') return cut(body.replace(/\s+/g, ' ').trim(), 300) || null;
  if (Array.isArray(body)) return wordsIn(body[0]);
  if (typeof body !== 'object' || body === null) return null;
  const held: Readonly<Record<string, unknown>> = { ...body };
  for (const name of ['Message', 'message', 'errors', 'error', 'detail', 'error-text', 'title']) {
    const words = held[name] === undefined ? null : wordsIn(held[name]);
    if (words) return words;
  }
  return null;
}

function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}
