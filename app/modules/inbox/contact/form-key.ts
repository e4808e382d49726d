import { createHmac, randomBytes } from 'node:crypto';
import { day, second } from '#app/kernel/time.ts';
import { isSame } from '#app/platform/crypto/signature.ts';

/** Nobody reads, writes and sends a form faster. */
const soonest = 3 * second;
const latest = 2 * day;

/** A new form: when it was shown and which it is, signed for this shop. */
export function newFormKey(shopId: number, now: Date, secret: string): string {
  const said = `${now.getTime().toString(36)}-${randomBytes(9).toString('hex')}`;
  return `${said}-${signature(shopId, said, secret)}`;
}

/** Which form it is, and whether somebody had the time to write in it; null for one that is not ours, or is over. */
export function readFormKey(key: string, { shopId, now, secrets }: { shopId: number; now: Date; secrets: readonly string[] }): { id: string; isHasty: boolean } | null {
  const [, said = '', shown = '', id = '', given = ''] = /^(([0-9a-z]{6,10})-([0-9a-f]{18}))-([0-9a-f]{32})$/.exec(key) ?? [];
  if (!secrets.some((secret) => isSame(given, signature(shopId, said, secret)))) return null;
  const age = now.getTime() - Number.parseInt(shown, 36);
  return age < 0 || age > latest ? null : { id, isHasty: age < soonest };
}

function signature(shopId: number, said: string, secret: string): string {
  return createHmac('sha256', secret).update(`contact:${shopId}:${said}`).digest('hex').slice(0, 32);
}
