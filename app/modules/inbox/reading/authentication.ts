import type { Field } from './header-fields.ts';

/** What the server that took the mail in found out about its sender; nothing of it is known where nobody looked. */
export interface Authentication {
  /** The server that says so. Only ours is to be believed: others may be part of a forged mail. */
  server: string;
  spf: string | null;
  dkim: string | null;
  dmarc: string | null;
}

const LONGEST = 8 * 1024;

/** The topmost verdict, which the last server wrote; null when there is none. */
export function authenticationOf(fields: Field[]): Authentication | null {
  const verdict = fields.find(({ name }) => name === 'authentication-results')?.value.slice(0, LONGEST);
  if (verdict === undefined) return null;
  const of = (method: string): string | null => new RegExp(`(?:^|[;\\s])${method}\\s?=\\s?([a-z]{2,12})`, 'i').exec(verdict)?.[1]?.toLowerCase() ?? null;
  return { server: /^\s*([^\s;]{1,255})/.exec(verdict)?.[1] ?? '', spf: of('spf'), dkim: of('dkim'), dmarc: of('dmarc') };
}
