const NEWLINE = 0x0a;
const RETURN = 0x0d;
const EQUALS = 0x3d;
const BLANK = 0x20;
const TAB = 0x09;

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

const SIX_BITS = new Int8Array(256).fill(-1);
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) SIX_BITS[char.charCodeAt(0)] = value;

/** Whether words follow, not data: a footer that a list appended behind the padding. */
function isFooter(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((SIX_BITS[byte] ?? -1) >= 0 || byte === RETURN || byte === NEWLINE) continue;
    if (byte !== BLANK && byte !== TAB) return true;
    if (byte === BLANK && at > from && isLetter(bytes[at - 1]) && at + 1 < to && isLetter(bytes[at + 1])) return true;
  }
  return false;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** Base64 as mailers really send it: padded in the middle, broken anywhere, with a footer somebody appended. */
export function fromBase64(bytes: Buffer): Buffer {
  const padding = bytes.indexOf(EQUALS);
  const first = Buffer.from(bytes.toString('latin1', 0, padding < 0 ? bytes.length : padding), 'base64');
  if (padding < 0) return first;
  // Some mailers pad every line; each padded piece is a unit of its own.
  const out = Buffer.allocUnsafe(first.length + Math.ceil((bytes.length - padding) * 0.75));
  let length = first.copy(out);
  let at = padding;
  while (at < bytes.length) {
    while (bytes[at] === EQUALS) at += 1;
    let end = at;
    while (end < bytes.length && bytes[end] !== EQUALS) end += 1;
    if (isFooter(bytes, at, end)) break;
    let bits = 0;
    let held = 0;
    for (; at < end; at += 1) {
      const six = SIX_BITS[bytes[at] ?? 0] ?? -1;
      if (six < 0) continue;
      bits = ((bits << 6) | six) & 0xffff;
      held += 6;
      if (held < 8) continue;
      held -= 8;
      out[length] = bits >> held;
      length += 1;
    }
  }
  return out.subarray(0, length);
}

const LOOK = 4_096;

/** Whether these are words and not the base64 they are said to be: most lines have blanks inside. */
function isWords(bytes: Buffer): boolean {
  const lines = bytes.subarray(0, LOOK).toString('latin1').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.filter((line) => /\S[ \t]+\S/.test(line)).length * 2 > lines.length;
}

/** Where the line ends that has nothing but blanks from here on, or -1. */
function blankTillLineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === BLANK || bytes[at] === TAB) at += 1;
  if (at >= bytes.length) return at;
  if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) return at + 2;
  return bytes[at] === NEWLINE ? at + 1 : -1;
}

/** Quoted-printable; what is no valid escape stays as it was written. */
export function fromQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      out[length] = byte;
      length += 1;
      at += 1;
      continue;
    }
    const high = hex(bytes[at + 1]);
    const low = hex(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      out[length] = high * 16 + low;
      length += 1;
      at += 3;
      continue;
    }
    const end = blankTillLineEnd(bytes, at + 1);
    if (end >= 0) {
      at = end;
      continue;
    }
    out[length] = EQUALS;
    length += 1;
    at += 1;
  }
  return out.subarray(0, length);
}

/** The bytes of one part without the coat it travelled in. */
export function uncoated(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return isWords(bytes) ? bytes : fromBase64(bytes);
  if (encoding === 'quoted-printable') return fromQuotedPrintable(bytes);
  if (encoding === 'x-uuencode' || encoding === 'uuencode' || encoding === 'x-uue') {
    return uuFiles(bytes.toString('latin1')).files[0]?.content ?? bytes;
  }
  return bytes;
}

export interface UuFile {
  filename: string;
  content: Buffer;
}

function uuLine(line: string): Buffer {
  const size = (line.charCodeAt(0) - 32) & 63;
  const bytes: number[] = [];
  const six = (at: number): number => (at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0);
  for (let at = 1; bytes.length < size && at < line.length; at += 4) {
    bytes.push((six(at) << 2) | (six(at + 1) >> 4), (six(at + 1) << 4) | (six(at + 2) >> 2), (six(at + 2) << 6) | six(at + 3));
  }
  return Buffer.from(bytes.slice(0, size));
}

/** Takes uuencoded files out of a text, as old mailers and scanners put them in. */
export function uuFiles(text: string): { text: string; files: UuFile[] } {
  if (!/^begin [0-7]{3,4} \S/m.test(text)) return { text, files: [] };
  const files: UuFile[] = [];
  const kept: string[] = [];
  let open: { filename: string; chunks: Buffer[]; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const trimmed = line.replace(/\r$/, '');
    if (open === null) {
      const begin = /^begin [0-7]{3,4} (\S.{0,200})$/.exec(trimmed);
      if (begin) open = { filename: (begin[1] ?? '').trim(), chunks: [], lines: [line] };
      else kept.push(line);
      continue;
    }
    open.lines.push(line);
    if (trimmed === 'end') {
      files.push({ filename: open.filename, content: Buffer.concat(open.chunks) });
      open = null;
    } else if (/^[ -`]*$/.test(trimmed)) open.chunks.push(uuLine(trimmed));
    else {
      kept.push(...open.lines);
      open = null;
    }
  }
  if (open !== null) kept.push(...open.lines);
  return { text: kept.join('\n'), files };
}
