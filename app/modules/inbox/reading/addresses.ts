import { addressParser } from 'postal-mime';
import type { Field } from './header-fields.ts';
import { rawField, readWords } from './header-fields.ts';

export interface Mailbox {
  name: string;
  address: string;
}

const LONGEST = 32 * 1024;
const LONGEST_ADDRESS = 1_000;
const MOST_COMMENTS = 100;
const ADDRESS = /[^\s<>"'()[\],;:]{1,200}@[^\s<>"'()[\],;:]{1,200}/;

const WHOLE = /^(?:[^\s<>"',;:()[\]]{1,200}|"[^"<>]{1,200}")@(?:[^\s<>"',;:()[\]]{1,250}|\[[^\]\s]{1,100}\])$/;

function unwrapped(written: string): string {
  const inner = written.replace(/^mailto:/i, '').replace(/^[<\s]+/, '').replace(/(?<![>\s])[>\s]+$/, '');
  return /^(['"]).*\1$/.test(inner) ? inner.slice(1, -1) : inner.replace(/^'|'$/g, '');
}

/** The address in what the grammar took for one: routes, brackets and words that a careless program left around it go. */
function cleaned(written: string): string {
  const inner = unwrapped(written.length > LONGEST_ADDRESS ? written.slice(0, LONGEST_ADDRESS) : written);
  if (WHOLE.test(inner)) return inner;
  const closer = inner.replace(/[ \t]{0,5}\([^()]{0,100}\)/g, '').replace(/[ \t]{0,5}([@.])[ \t]{0,5}/g, '$1');
  return WHOLE.test(closer) ? closer : /[<>,;:()[\]"&]/.test(closer) ? (ADDRESS.exec(closer)?.[0] ?? inner) : inner;
}

/** A name and an address; written the wrong way round, it is turned. */
function mailbox(name: string, address: string): Mailbox {
  // A list writes 'Mia' via Shop: those quotes are the name's own.
  const opened = name.replace(/^["'<\s]+/, '');
  // A bracket that closes another is part of the name.
  const closed = opened.includes('<') ? opened.replace(/(?<!["'\s])["'\s]+$/, '') : opened.replace(/(?<!["'>\s])["'>\s]+$/, '');
  const bare = /^'[^']{1,200}' \S/.test(name) ? name : closed;
  return !address.includes('@') && WHOLE.test(bare) ? { name: address, address: bare } : { name: bare, address };
}

const WORDS = /=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=(?:\s+=\?[^?\s]{1,60}\?[bq]\?[^?]*\?=)*/gi;

/** Encoded words put aside while the grammar is read, as it would decode them its own way, and put back. */
function withoutWords(text: string): { text: string; back: (held: string) => string } {
  const held: string[] = [];
  const without = text.replace(WORDS, (words) => `\ue000${held.push(words) - 1}\ue001`);
  // Where no address stands outside of them, it may be inside.
  if (!without.includes('<')) return { text, back: (same) => same };
  return { text: without, back: (name) => name.replace(/\ue000(\d{1,5})\ue001/g, (mark, index: string) => held[Number(index)] ?? mark) };
}

/** Every mailbox of an address field, groups opened, names in Unicode. */
export function mailboxes(raw: string | null): Mailbox[] {
  if (raw === null || raw.trim() === '') return [];
  // Some write their brackets as a page would.
  const marked = raw.slice(0, LONGEST).replace(/&lt;/gi, '<').replace(/&gt;/gi, '>');
  // Who types Japanese or Chinese may type its brackets too.
  const { text: short, back } = withoutWords(marked.includes('<') ? marked : marked.replaceAll('＜', '<').replaceAll('＞', '>'));
  // The grammar nests comments; nobody honest nests a hundred, and each costs the length of the rest.
  const text = short.split(/[()]/).length > MOST_COMMENTS ? short.replace(/[()]/g, ' ') : short;
  const found = addressParser(text, { flatten: true }).flatMap((entry): Mailbox[] => {
    if (entry.address === undefined) return [];
    const box = mailbox(readWords(back(entry.name)), cleaned(back(entry.address)));
    return box.address === '' && box.name === '' ? [] : [box];
  });
  if (found.some((entry) => entry.address.includes('@'))) return found;
  // Words around an address that no grammar allows: the address is what counts.
  const inside = ADDRESS.exec(readWords(back(text)))?.[0];
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
