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
const NAME = /^[!-9;-~]{1,80}[ \t]*:/;
const WELL_KNOWN = /^(?:from|to|cc|subject|date|message-id|mime-version|content-type|content-transfer-encoding|content-disposition|received|return-path|reply-to|delivered-to|in-reply-to|references|x-[a-z-]+)[ \t]*:/i;

function lineEnd(bytes: Buffer, from: number, end: number): number {
  const found = bytes.indexOf(NEWLINE, from);
  return found < 0 || found >= end ? end : found;
}

function withoutReturn(bytes: Buffer, from: number, to: number): Buffer {
  return bytes.subarray(from, to > from && bytes[to - 1] === 0x0d ? to - 1 : to);
}

/** Whether the header goes on behind a line that is none: a broken fold, not the body. */
function goesOn(bytes: Buffer, from: number, end: number): boolean {
  let at = from;
  for (let seen = 0; seen < JUNK_LINES && at < end; seen += 1) {
    const stop = lineEnd(bytes, at, end);
    const line = withoutReturn(bytes, at, stop);
    if (line.length === 0) return false;
    if (WELL_KNOWN.test(line.subarray(0, 100).toString('latin1'))) return true;
    at = stop + 1;
  }
  return false;
}

function fieldOf(pieces: Buffer[]): Field {
  const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  const text = isAscii(bytes) && !bytes.includes(0x1b) ? bytes.toString('latin1') : decodeText(bytes, null);
  const colon = text.indexOf(':');
  return { name: text.slice(0, colon).trim().toLowerCase(), value: text.slice(colon + 1).trim() };
}

/** Reads the header that begins at `start`; a first line that is no header field means there is none. */
export function readHeader(bytes: Buffer, start: number, end: number): Header {
  const fields: Field[] = [];
  let cut = false;
  let at = start;
  let pieces: Buffer[] = [];
  let length = 0;
  const close = (): void => {
    if (pieces.length > 0) fields.push(fieldOf(pieces));
    pieces = [];
    length = 0;
  };
  while (at < end) {
    const stop = lineEnd(bytes, at, end);
    const line = withoutReturn(bytes, at, stop);
    const next = Math.min(stop + 1, end);
    const first = line[0];
    if (first === undefined) {
      close();
      return { fields, bodyStart: next, cut };
    }
    const room = fields.length < MOST_FIELDS && at - start < MOST_BYTES;
    const head = line.subarray(0, 100).toString('latin1');
    if ((first === 0x20 || first === 0x09) && (pieces.length > 0 || !room)) {
      if (room && length + line.length <= LONGEST_FIELD) {
        pieces.push(line);
        length += line.length;
      } else cut = true;
    } else if (NAME.test(head)) {
      close();
      if (room) {
        pieces = [line.subarray(0, LONGEST_FIELD)];
        length = line.length;
      }
      if (!room || line.length > LONGEST_FIELD) cut = true;
    } else if (!(fields.length + pieces.length === 0 && /^>?From \S/.test(head)) && !goesOn(bytes, next, end)) {
      // No separator between header and body: the body begins here.
      close();
      return { fields, bodyStart: at, cut };
    }
    at = next;
  }
  close();
  return { fields, bodyStart: end, cut };
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

/** Encoded words in Unicode, charsets the library does not know among them. */
export function readWords(raw: string): string {
  const text = decodeWords(raw.replace(/=\?\s*([^?\s]{1,60})\s*\?\s*([BbQq])\s*\?([^?]*)\?\s+=/g, '=?$1?$2?$3?='));
  const charset = WORD.exec(raw)?.[1] ?? '';
  const odd = text.includes('\ufffd') || /^(?:utf-?7|iso-2022-(?:kr|cn)|hz-gb|cp\d|ibm|gb2312|us-ascii|unknown|default|iso-8859-1)/i.test(charset);
  return (odd ? reread(raw) : text).replace(/[\r\n\t]+/g, ' ').trim();
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
