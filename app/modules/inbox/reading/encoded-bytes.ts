const NEWLINE = 0x0a;
const RETURN = 0x0d;
const EQUALS = 0x3d;

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Base64 as mailers really send it: padded in the middle, broken anywhere, with a footer somebody appended. */
export function fromBase64(bytes: Buffer): Buffer {
  const padding = bytes.indexOf(EQUALS);
  if (padding < 0) return Buffer.from(bytes.toString('latin1'), 'base64');
  const pieces: Buffer[] = [];
  // Some mailers pad every line; each padded piece is a unit of its own.
  for (const piece of bytes.toString('latin1').split(/=+/)) {
    const unit = piece.replace(/[\r\n]+/g, '');
    if (unit.trim() === '') continue;
    // Words after the padding are a footer in plain text, not data.
    if (pieces.length > 0 && /[^A-Za-z0-9+/ \t]|[A-Za-z] [A-Za-z]/.test(unit)) break;
    pieces.push(Buffer.from(unit, 'base64'));
  }
  return Buffer.concat(pieces);
}

/** Where the line ends that has nothing but blanks from here on, or -1. */
function blankTillLineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at += 1;
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
    const next = bytes.indexOf(EQUALS, at);
    const stop = next < 0 ? bytes.length : next;
    length += bytes.copy(out, length, at, stop);
    at = stop;
    if (next < 0) break;
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
  if (encoding === 'base64') return fromBase64(bytes);
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
