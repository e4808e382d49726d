import { addressParser } from 'postal-mime';
import type { Field } from './header-fields.ts';
import { rawField, readWords } from './header-fields.ts';

export interface Mailbox {
  name: string;
  address: string;
}

const LONGEST = 32 * 1024;
const MOST_COMMENTS = 100;
const ADDRESS = /[^\s<>"'()[\],;:]{1,200}@[^\s<>"'()[\],;:]{1,200}/;

function cleaned(address: string): string {
  const inner = address.replace(/^mailto:/i, '').replace(/^[<\s]+|[>\s]+$/g, '');
  return /^(['"]).*\1$/.test(inner) ? inner.slice(1, -1) : inner.replace(/^'|'$/g, '');
}

/** Every mailbox of an address field, groups opened, names in Unicode. */
export function mailboxes(raw: string | null): Mailbox[] {
  if (raw === null || raw.trim() === '') return [];
  const short = raw.length > LONGEST ? raw.slice(0, LONGEST) : raw;
  // The grammar nests comments; nobody honest nests a hundred, and each costs the length of the rest.
  const text = short.split('(').length > MOST_COMMENTS ? short.replace(/[()]/g, ' ') : short;
  const found = addressParser(text, { flatten: true }).flatMap((entry): Mailbox[] => {
    if (entry.address === undefined) return [];
    const name = readWords(entry.name).replace(/^["']|["']$/g, '').trim();
    const address = cleaned(entry.address);
    return address === '' && name === '' ? [] : [{ name, address }];
  });
  if (found.some((entry) => entry.address.includes('@'))) return found;
  // Words around an address that no grammar allows: the address is what counts.
  const inside = ADDRESS.exec(readWords(text))?.[0];
  if (inside === undefined) return found;
  return [{ name: found[0]?.name ?? '', address: found[0]?.address || cleaned(inside) }];
}

/** Who wrote it: the first of From, or of Sender, that has an address. */
export function senderOf(fields: Field[]): Mailbox | null {
  const told = ['from', 'sender'].flatMap((name) => mailboxes(rawField(fields, name)));
  return told.find(({ address }) => address.includes('@')) ?? told[0] ?? null;
}

/** Every address this mail was sent or passed on to, in lower case, once each. */
export function recipientsOf(fields: Field[]): string[] {
  const names = new Set(['to', 'cc', 'bcc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to', 'x-rcpt-to', 'resent-to']);
  const seen = new Set<string>();
  for (const field of fields) {
    if (!names.has(field.name)) continue;
    for (const { address } of mailboxes(field.value)) if (address.includes('@')) seen.add(address.toLowerCase());
  }
  return [...seen].slice(0, 500);
}
