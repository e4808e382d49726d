import { decodeText } from './charset.ts';
import { readWords } from './header-fields.ts';

/** `text/plain; charset=utf-8` taken apart. */
export interface Structured {
  value: string;
  parameters: Map<string, string>;
}

const LONGEST = 16 * 1024;

/** Comments go, except inside quotes and file names. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  return text.replace(/^([^;="]*?)\([^()]*\)/, '$1').replace(/;\s*\([^()]*\)\s*(?=;|$)/g, '');
}

function pieces(text: string): string[] {
  const out: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\' && quoted) at += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === ';' && !quoted) {
      out.push(text.slice(start, at));
      start = at + 1;
    }
  }
  out.push(text.slice(start));
  // A quote that is never closed hides all that follows: then the semicolons count.
  return quoted ? text.split(';') : out;
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return trimmed.replace(/^([^"]*)"$/, '$1');
  const inner = /^"((?:[^"\\]|\\.)*)"?/s.exec(trimmed)?.[1] ?? '';
  return inner.replace(/\\(["\\])/g, '$1');
}

/** RFC 2231 in a parameter that has no star. */
const STARLESS = /^([\w-]{3,40})'[\w-]{0,20}'([^'"\s]*%[0-9a-f]{2}[^'"\s]*)$/i;

/** What a first section says before the name, though it has no star. */
const UNSTARRED = /^([\w-]{0,40})'[\w-]{0,20}'(.*)$/s;

function percentBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(bytes.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))), 'latin1');
}

interface Section {
  order: number;
  encoded: boolean;
  text: string;
}

function joined(sections: Section[]): string {
  const sorted = [...sections].sort((a, b) => a.order - b.order);
  let charset: string | null = null;
  const chunks: Buffer[] = [];
  for (const [index, { encoded, text }] of sorted.entries()) {
    const said = index === 0 ? (encoded ? /^([^']*)'[^']*'(.*)$/s : UNSTARRED).exec(text) : null;
    // The first section tells the charset for all: where any other is encoded, it does so without its own star too.
    const told = said !== null && (encoded || sorted.some((section) => section.encoded));
    if (told) charset = said[1] || null;
    const kept = told ? (said[2] ?? '') : text;
    chunks.push(encoded ? percentBytes(kept.replace(/^"|"$/g, '')) : Buffer.from(kept, 'utf8'));
  }
  return decodeText(Buffer.concat(chunks), charset);
}

/** Reads a content header with its parameters: continuations (RFC 2231), encoded words and unquoted blanks included. */
export function structured(raw: string | null): Structured {
  const [first = '', ...others] = pieces(withoutComments((raw ?? '').slice(0, LONGEST)));
  // `application/pdf name="a.pdf"`: the semicolon between value and first parameter is missing.
  const [, head = first, unparted] = /^\s*([^\s=,"]{1,200})[\s,]+([\w*-]{1,40}\s*=.*)$/s.exec(first) ?? [];
  // `filename=a.pdf` without a value before it.
  const bare = /^\s*[\w*-]{1,40}\s*=/.test(first);
  const rest = bare ? [first, ...others] : unparted === undefined ? others : [unparted, ...others];
  const plain = new Map<string, string>();
  const sectioned = new Map<string, Section[]>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const key = piece.slice(0, equals).trim().toLowerCase();
    const text = unquoted(piece.slice(equals + 1));
    const section = /^(.+?)\*(?:(\d{1,4})(\*)?)?$/.exec(key);
    if (section === null) {
      const [, charset = '', coded] = STARLESS.exec(text) ?? [];
      if (!plain.has(key)) plain.set(key, coded === undefined ? text : decodeText(percentBytes(coded), charset));
      continue;
    }
    const [, name = '', order, starred] = section;
    sectioned.set(name, [...(sectioned.get(name) ?? []), { order: Number(order ?? 0), encoded: order === undefined || starred !== undefined, text }]);
  }
  const parameters = new Map<string, string>();
  for (const [name, text] of plain) parameters.set(name, readWords(text));
  for (const [name, sections] of sectioned) parameters.set(name, readWords(joined(sections)));
  return { value: bare ? '' : head.trim().replace(/^"|"$/g, '').toLowerCase(), parameters };
}
