import { decodeWords } from 'postal-mime';
import { isAscii } from 'node:buffer';
import { decodeText } from './charset.ts';

export interface Field {
  name: string;
  /** Unfolded, in Unicode, encoded words still as they were. */
  value: string;
}

export interface Header {
  fields: Field[];
  bodyStart: number;
  /** Whether some of it was left out because there was too much. */
  cut: boolean;
}

const NEWLINE = 0x0a;
const MOST_FIELDS = 1_000;
const LONGEST_FIELD = 64 * 1024;
const MOST_BYTES = 512 * 1024;
const JUNK_LINES = 20;
const MOST_JUNK = 100;
const DASH = 0x2d;
const COLON = 0x3a;
const ESCAPE = 0x1b;
const HINT_BYTES = 8 * 1024;
const SAYS_LITTLE = /^(?:utf-?8|us-ascii|ascii|iso-8859-1|windows-1252)$/i;
const NAME = /^[!-9;-~]{1,80}[ \t]*:/;
const WELL_KNOWN = /^(?:from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|content-disposition|received|return-path|reply-to|delivered-to|in-reply-to|references|x-[a-z-]+)[ \t]*:/i;
// What a mail gets on its way; a text that quotes a mail names its sender and subject only.
const TRANSPORT = /^(?:message-id|mime-version|content-[a-z-]+|received|return-path|delivered-to|in-reply-to|references|x-[a-z-]+)[ \t]*:/i;

function lineEnd(bytes: Buffer, from: number, end: number): number {
  const found = bytes.indexOf(NEWLINE, from);
  return found < 0 || found >= end ? end : found;
}

function withoutReturn(bytes: Buffer, from: number, to: number): Buffer {
  return bytes.subarray(from, to > from && bytes[to - 1] === 0x0d ? to - 1 : to);
}

/** A line that only the body of a multipart has: a sender forgot the empty line before it. */
function isBoundary(line: Buffer): boolean {
  return line[0] === DASH && line[1] === DASH;
}

/** Whether the header goes on behind a line that is none: a broken fold, not the body. */
function goesOn(bytes: Buffer, from: number, end: number, field: RegExp): boolean {
  let at = from;
  for (let seen = 0; seen < JUNK_LINES && at < end; seen += 1) {
    const stop = lineEnd(bytes, at, end);
    const line = withoutReturn(bytes, at, stop);
    if (line.length === 0 || isBoundary(line)) return false;
    if (field.test(line.subarray(0, 100).toString('latin1'))) return true;
    at = stop + 1;
  }
  return false;
}

/** Where the first empty line from here on ends, or the end. */
function behindEmptyLine(bytes: Buffer, from: number, end: number): number {
  const found = ['\n\n', '\n\r\n'].map((line) => ({ at: bytes.indexOf(line, Math.max(0, from - 1)), size: line.length })).filter(({ at }) => at >= 0);
  return Math.min(end, ...found.map(({ at, size }) => at + size));
}

/** A field that stops in the middle of its list, and the next parameter or address below it that nobody indented. */
function completes(last: Buffer | undefined, head: string): boolean {
  const open = last === undefined ? undefined : /([;,])[ \t]*$/.exec(last.subarray(-20).toString('latin1'))?.[1];
  return open === ';' ? /^[\w*-]{1,40}[ \t]*=/.test(head) : open === ',' && /^[^:]{0,60}@[^\s@:]{1,60},?[ \t]*$/.test(head);
}

function fieldOf(bytes: Buffer, hint: () => string | null): Field {
  const colon = bytes.indexOf(COLON);
  const value = bytes.subarray(colon + 1);
  const text = isAscii(value) && !value.includes(ESCAPE) ? value.toString('latin1') : decodeText(value, null, hint());
  return { name: bytes.subarray(0, colon).toString('latin1').trim().toLowerCase(), value: text.replaceAll('\0', '').trim() };
}

/** The charset that the header, or the beginning of what follows it, says its words are in: raw words name none. */
function charsetNamed(bytes: Buffer): string | null {
  for (const [, inWord, inType] of bytes.toString('latin1').matchAll(/=\?([\w.:-]{3,40})\?[bq]\?|charset[ \t]*=[ \t"']*([\w.:-]{3,40})/gi)) {
    const charset = inWord ?? inType ?? '';
    if (!SAYS_LITTLE.test(charset)) return charset;
  }
  return null;
}

/** Reads the header that begins at `start`; a first line that is no header field means there is none. */
export function readHeader(bytes: Buffer, start: number, end: number): Header {
  const raw: Buffer[] = [];
  let cut = false;
  let junk = 0;
  let at = start;
  let pieces: Buffer[] = [];
  let length = 0;
  const close = (): void => {
    if (pieces.length > 0) raw.push(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces));
    pieces = [];
    length = 0;
  };
  const done = (bodyStart: number): Header => {
    close();
    let hint: string | null | undefined;
    const hinted = (): string | null => {
      if (hint === undefined) hint = charsetNamed(bytes.subarray(start, Math.min(end, bodyStart + HINT_BYTES)));
      return hint;
    };
    return { fields: raw.map((field) => fieldOf(field, hinted)), bodyStart, cut };
  };
  while (at < end) {
    const stop = lineEnd(bytes, at, end);
    const line = withoutReturn(bytes, at, stop);
    const next = Math.min(stop + 1, end);
    const first = line[0];
    if (first === undefined) {
      return done(next);
    }
    if (raw.length >= MOST_FIELDS || at - start >= MOST_BYTES) {
      cut = true;
      return done(behindEmptyLine(bytes, at, end));
    }
    const head = line.subarray(0, 100).toString('latin1');
    const blank = first === 0x20 || first === 0x09;
    // A header that begins with a blank is one all the same.
    const indented = blank && raw.length + pieces.length === 0 && WELL_KNOWN.test(head.trimStart());
    const continued = blank ? pieces.length > 0 : !NAME.test(head) && completes(pieces.at(-1), head);
    if (continued) {
      if (length + line.length <= LONGEST_FIELD) {
        pieces.push(line);
        length += line.length;
      } else cut = true;
    } else if (indented || NAME.test(head)) {
      close();
      pieces = [line.subarray(0, LONGEST_FIELD)];
      length = line.length;
      if (line.length > LONGEST_FIELD) cut = true;
    } else if (!(raw.length + pieces.length === 0 && /^>?From \S/.test(head)) && (isBoundary(line) || !goesOn(bytes, next, end, raw.length + pieces.length === 0 ? TRANSPORT : WELL_KNOWN))) {
      // No separator between header and body: the body begins here.
      return done(at);
    } else if ((junk += 1) > MOST_JUNK) return done(at);
    at = next;
  }
  return done(end);
}

/** Whether what was read as a header is the first line of a text that has none ("One: the shirt is torn."). */
export function isProse({ fields: [first, ...others] }: Header): boolean {
  return first !== undefined && others.length === 0 && first.value.includes(' ') && !WELL_KNOWN.test(`${first.name}:`);
}

/** The first field of that name as it was written, or null. */
export function rawField(fields: Field[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

/** The first field of that name with its encoded words read, or null. */
export function fieldText(fields: Field[], name: string): string | null {
  const raw = rawField(fields, name);
  return raw === null ? null : readWords(raw);
}

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/i;

/** Encoded words in Unicode, by our own decoder where they are not said to be UTF-8: a label may be wrong, or one the library does not know. */
export function readWords(raw: string): string {
  const whole = raw.replace(/(=\?[^?\s]{1,60}\?q\?)((?:[^?\s]|\?(?!=)){1,500})(?=\?=)/gi, (_, start: string, coded: string) => start + coded.replaceAll('?', '=3F'));
  const words = whole.replace(/=\?\s*([^?\s]{1,60})\s*\?\s*([BbQq])\s*\?([^?]*)\?\s+=/g, '=?$1?$2?$3?=');
  const foreign = /=\?(?!utf-?8[?*])[^?\s]{1,60}\?[bq]\?/i.test(words);
  const text = foreign ? '' : decodeWords(words);
  return (foreign || text.includes('\ufffd') ? reread(words) : text).replace(/[\r\n\t]+/g, ' ').trim();
}

/** Word by word with our own decoder; neighbours of one charset are joined first, as senders cut characters in two. */
function reread(raw: string): string {
  const out: string[] = [];
  let pending: { charset: string; bytes: Buffer[] } | null = null;
  const flush = (): void => {
    if (pending !== null) out.push(decodeText(Buffer.concat(pending.bytes), pending.charset));
    pending = null;
  };
  for (const piece of raw.split(/(=\?[^?\s]{1,60}\?[BbQq]\?[^?]*\?=)/)) {
    const word = WORD.exec(piece);
    if (word === null) {
      if (piece.trim() === '' && pending !== null) continue;
      flush();
      out.push(piece);
      continue;
    }
    const [, charset = '', kind = '', coded = ''] = word;
    const bytes = /b/i.test(kind) ? Buffer.from(coded, 'base64') : quoted(coded);
    if (pending !== null && pending.charset === charset.toLowerCase()) pending.bytes.push(bytes);
    else {
      flush();
      pending = { charset: charset.toLowerCase(), bytes: [bytes] };
    }
  }
  flush();
  return out.join('');
}

function quoted(coded: string): Buffer {
  return Buffer.from(
    coded.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))),
    'latin1',
  );
}
