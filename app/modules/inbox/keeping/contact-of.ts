import { phoneOf } from '../people/phone-of.ts';

/** An address or a telephone number as handles have it: lower case, digits after a plus. */
export function contactOf(typed: string): string {
  const plain = typed.normalize('NFKC').replaceAll('\0', '').trim().slice(0, 320);
  return plain.includes('@') ? plain.toLowerCase() : (phoneOf(plain) ?? plain.replace(/[\s()./-]/g, '').replace(/^00/, '+').toLowerCase());
}
