import type { PostalAddress } from './records.ts';

/** Who says that an order was sent to them. */
export interface Recipient {
  postalCode: string;
  lastName: string;
}

/** Writings in which a name has no spaces, or begins with the family's. */
const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** True where postal code and last name are those of the address; case, spaces, signs and accents do not count. */
export function isDeliveredTo(address: Pick<PostalAddress, 'zip' | 'name'> | null, { postalCode, lastName }: Recipient): boolean {
  const code = wordsOf(address?.zip ?? '').join('');
  if (code === '' || code !== wordsOf(postalCode).join('')) return false;
  const name = wordsOf(address?.name ?? '');
  const last = wordsOf(lastName);
  if (last.length === 0) return false;
  const [typed, whole] = [last.join(''), name.join('')];
  if (eastern.test(whole)) return name.length > 1 ? [name[0], name.at(-1), whole].includes(typed) : whole.startsWith(typed);
  return last.length <= name.length && name.slice(-last.length).join(' ') === last.join(' ');
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').match(/[\p{L}\p{N}]+/gu) ?? [];
}
