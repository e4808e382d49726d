import { emailKey, phoneKey } from './normal-words.ts';
import type { PostalAddress } from './records.ts';

/** What a stranger typed as an order number, as the names it may mean. `latest` is a name of the shop's own, for its prefix and suffix. */
export function namesMeant(typed: string, latest: string | null): string[] {
  // Signs that nobody types: Postgres refuses some of them.
  const bare = typed.normalize('NFKC').replace(/[^\P{C}\s]/gu, '').trim().replace(/\s+/g, ' ').slice(0, 60);
  const digits = /\d+/.exec(bare)?.[0];
  if (digits === undefined) return [];
  const around = latest === null ? null : /^(\D*)\d+(\D*)$/.exec(latest);
  const onlyDigits = /^\D{0,1}\d+$/.test(bare) || /^[^\d]*\s\D{0,1}\d+$/.test(bare);
  const plain = onlyDigits ? [digits, `#${digits}`, ...(around ? [`${around[1]}${digits}${around[2]}`] : [])] : [];
  return [...new Set([bare, bare.toUpperCase(), `#${bare}`, `#${bare.toUpperCase()}`, ...plain])];
}

/** Everything an order may be claimed by. */
export interface Claims {
  emails: readonly (string | null)[];
  phones: readonly (string | null)[];
  address: Pick<PostalAddress, 'countryCode' | 'phone'> | null;
}

/** True where what was typed is exactly one of the order's addresses or numbers; case, spaces and ways of writing a number do not count. */
export function matchesContact(typed: string, { emails, phones, address }: Claims): boolean {
  if (typed.includes('@')) {
    const email = emailKey(typed.normalize('NFKC'));
    return email !== null && emails.some((known) => emailKey(known) === email);
  }
  if (typed.replace(/\D/g, '').length < 5) return false;
  const country = address?.countryCode ?? null;
  const phone = phoneKey(typed.normalize('NFKC'), country);
  return [...phones, address?.phone ?? null].some((known) => known !== null && phoneKey(known, country) === phone);
}
