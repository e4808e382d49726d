import { uncoated } from './encoded-bytes.ts';
import { isProse, rawField, readHeader, readWords } from './header-fields.ts';
import type { Field } from './header-fields.ts';
import { structured } from './structured-value.ts';
import type { Structured } from './structured-value.ts';

export interface Part {
  fields: Field[];
  type: string;
  parameters: Structured['parameters'];
  disposition: string;
  filename: string | null;
  encoding: string;
  /** The body as it travelled. */
  coated: Buffer;
  children: Part[];
}

/** What one mail may cost; what lies beyond is kept as one attachment, or only in the raw message. */
export interface Allowance {
  parts: number;
  depth: number;
  /** Lines that look like a boundary and are none. */
  lookalikes: number;
  warnings: Set<string>;
}

/** A fresh allowance for one mail. */
export function allowance(): Allowance {
  return { parts: 2_000, depth: 30, lookalikes: 500_000, warnings: new Set() };
}

const NEWLINE = 0x0a;
const DASH = 0x2d;

function encodingOf(raw: string | null): string {
  const word = /[\w-]+/.exec((raw ?? '').replace(/\([^()]*\)/g, '').toLowerCase())?.[0] ?? '';
  if (/^base-?64$/.test(word)) return 'base64';
  return /^quoted(?:-?printable)?$/.test(word) ? 'quoted-printable' : word;
}

/** Whether a byte may be part of a boundary (RFC 2046): behind the two closing dashes, any other is dirt. */
function isOfBoundary(byte: number | undefined): boolean {
  return byte !== undefined && /[\w'()+,./:=?-]/.test(String.fromCharCode(byte));
}

interface Delimiter {
  at: number;
  next: number;
  last: boolean;
}

/** The next line that is this boundary and nothing else. */
function nextDelimiter(bytes: Buffer, mark: Buffer, from: number, allowed: Allowance): Delimiter | null {
  let at = bytes.indexOf(mark, from);
  for (; at >= 0 && allowed.lookalikes > 0; allowed.lookalikes -= 1) {
    const before = at === 0 || bytes[at - 1] === NEWLINE;
    let after = at + mark.length;
    const last = bytes[after] === DASH && bytes[after + 1] === DASH;
    if (last) after += 2;
    while (bytes[after] === 0x20 || bytes[after] === 0x09 || bytes[after] === 0x0d) after += 1;
    if (before && (after >= bytes.length || bytes[after] === NEWLINE || (last && !isOfBoundary(bytes[after])))) return { at, next: Math.min(after + 1, bytes.length), last };
    at = bytes.indexOf(mark, at + 1);
  }
  return null;
}

/** A boundary the header does not name, or names wrongly: the first dashed line with a part header behind it. */
function boundaryInUse(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 64 * 1024).toString('latin1');
  return /(?:^|\n)--([^\r\n]{1,200}?)[ \t]*\r?\n(?:content-|mime-)[a-z-]+[ \t]*:/i.exec(head)?.[1] ?? null;
}

function slices(bytes: Buffer, boundary: string, allowed: Allowance): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  const found: Buffer[] = [];
  let open = nextDelimiter(bytes, mark, 0, allowed);
  // A closing line before the first part is no end of anything.
  while (open !== null) {
    const close = nextDelimiter(bytes, mark, open.next, allowed);
    const stop = close === null ? bytes.length : close.at;
    const trimmed = close !== null && bytes[stop - 1] === NEWLINE ? (bytes[stop - 2] === 0x0d ? stop - 2 : stop - 1) : stop;
    const slice = bytes.subarray(open.next, Math.max(open.next, trimmed));
    // What follows the end is an epilogue, except where a careless sender put more parts.
    if (!open.last || /^(?:content-|mime-)[a-z-]+[ \t]*:/i.test(slice.subarray(0, 80).toString('latin1'))) found.push(slice);
    if (found.length > allowed.parts) {
      allowed.warnings.add('too-many-parts');
      return found.slice(0, -1);
    }
    open = close;
  }
  return found;
}

/** The bytes of one part out of its transfer encoding, of no more than `most` as they travelled. */
export function bodyOf(part: Part, most = Number.POSITIVE_INFINITY): Buffer {
  return uncoated(part.coated.length > most ? part.coated.subarray(0, most) : part.coated, part.encoding);
}

function childrenOf(part: Part, allowed: Allowance, depth: number): Part[] {
  const named = part.parameters.get('boundary') ?? '';
  let cuts = named === '' ? [] : slices(part.coated, named, allowed);
  if (cuts.length === 0) {
    const used = boundaryInUse(part.coated);
    if (used !== null) cuts = slices(part.coated, used, allowed);
    if (named === '' || used !== null) allowed.warnings.add('boundary-missing');
  }
  return cuts.map((cut) => partOf(cut, allowed, depth + 1, part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'));
}

/** The name of a file, of two the one without question marks: no file may be called so, they stand for lost letters. */
function nameOf(filename: string | undefined, name: string | undefined): string | null {
  const lost = filename !== undefined && /[?\ufffd]/.test(filename) && name !== undefined && name !== '' && !/[?\ufffd]/.test(name);
  return (lost ? name : filename || name) || null;
}

/** The name at the end of the place a file was at, as web archives and old programs give no other. */
function placed(location: string | null, type: string): string | null {
  return /^(?:text|multipart|message)\//.test(type) ? null : (/(?:^|[/\\])([^/\\?#:]{1,200}\.\w{1,5})$/.exec(location?.slice(0, 2_000).trim() ?? '')?.[1] ?? null);
}

const TYPE = /^[\w.+!#$&^-]+\/[\w.+!#$&^-]+/;

/** The media type of a part, of what was written no more than makes sense. */
function typeOf(written: string, usual: string): string {
  const whole = TYPE.exec(written)?.[0];
  if (whole !== undefined) return whole;
  if (written === 'html') return 'text/html';
  if (/^multipart\b/.test(written)) return 'multipart/mixed';
  return /^(?:application|image|audio|video)\b/.test(written) ? 'application/octet-stream' : usual;
}

/** Reads the bytes of a part or a whole message into a tree, within what is allowed. */
export function partOf(bytes: Buffer, allowed: Allowance, depth: number, usual: string): Part {
  allowed.parts -= 1;
  const read = readHeader(bytes, 0, bytes.length);
  const header = depth === 0 && isProse(read) ? { fields: [], bodyStart: 0, cut: false } : read;
  if (header.cut) allowed.warnings.add('header-cut');
  const type = structured(rawField(header.fields, 'content-type'));
  const disposition = structured(rawField(header.fields, 'content-disposition'));
  const encoding = encodingOf(rawField(header.fields, 'content-transfer-encoding'));
  const told = typeOf(type.value, usual);
  const filename = nameOf(disposition.parameters.get('filename'), type.parameters.get('name')) ?? disposition.parameters.get('name') ?? placed(rawField(header.fields, 'content-location'), told);
  const part: Part = {
    fields: header.fields,
    type: told,
    parameters: type.parameters,
    disposition: disposition.value,
    filename: filename === null ? null : readWords(filename),
    encoding,
    coated: bytes.subarray(header.bodyStart),
    children: [],
  };
  if (part.type.startsWith('multipart/')) {
    if (depth >= allowed.depth) allowed.warnings.add('nested-too-deep');
    else part.children = childrenOf(part, allowed, depth);
    // A multipart without parts is read as the text it is.
    if (part.children.length === 0 && depth < allowed.depth) part.type = 'text/plain';
  }
  return part;
}
