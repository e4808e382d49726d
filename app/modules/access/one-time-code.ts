import { createHmac, randomInt } from 'node:crypto';
import { minute } from '#app/kernel/time.ts';
import { isSame } from '#app/platform/crypto/signature.ts';

/** How long a code works, and how often one may be guessed at. */
export const codeLife = 10 * minute;
export const codeAttempts = 5;

/** Which code of which order a fingerprint is of. */
interface CodeOf {
  shopId: number;
  orderId: string;
  id: string;
}

/** Six digits nobody can foresee. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** What is kept of a code: it tells nothing about the code to whom has no secret, and fits no other order. */
export function fingerprintOf({ shopId, orderId, id }: CodeOf, code: string, secret: string): string {
  return createHmac('sha256', secret).update(`one-time-code:${shopId}:${orderId}:${id}:${code}`).digest('base64url');
}

/** True where the code is the one of the fingerprint, in the same time for every code. */
export function isCodeOf(of: CodeOf, code: string, fingerprint: string, secrets: readonly string[]): boolean {
  return secrets.filter((secret) => isSame(fingerprintOf(of, code, secret), fingerprint)).length > 0;
}

/** What somebody typed as a code: its six digits, in whatever way they were written, or null. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s\u00ad\u200b-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
