import { decodeText } from './charset.ts';
import { decompressRtf, htmlInRtf } from './tnef-rtf.ts';

/** What an Outlook `winmail.dat` holds. */
export interface Unpacked {
  plain: string | null;
  html: string | null;
  attachments: { filename: string | null; type: string; content: Buffer }[];
}

const SIGNATURE = 0x223e9f78;
const BODY = 0x800c;
const MESSAGE_PROPERTIES = 0x9003;
const CODE_PAGE = 0x9007;
const ATTACHMENT_BEGINS = 0x9002;
const ATTACHMENT_TITLE = 0x8010;
const ATTACHMENT_DATA = 0x800f;
const ATTACHMENT_PROPERTIES = 0x9005;

const BODY_TEXT = 0x1000;
const BODY_HTML = 0x1013;
const BODY_RTF = 0x1009;
const LONG_NAME = 0x3707;
const SHORT_NAME = 0x3704;
const MIME_TYPE = 0x370e;
const DATA = 0x3701;
const MOST_PROPERTIES = 5_000;
const MOST_ATTACHMENTS = 1_000;

type Properties = Map<number, { type: number; value: Buffer }>;

const FIXED: Record<number, number> = { 0x0001: 4, 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000a: 4, 0x000b: 4, 0x0014: 8, 0x0040: 8, 0x0048: 16 };
const padded = (size: number): number => Math.ceil(size / 4) * 4;

/** MAPI properties one after the other; what does not fit ends the reading. */
function propertiesOf(bytes: Buffer): Properties {
  const found: Properties = new Map();
  if (bytes.length < 4) return found;
  let left = Math.min(bytes.readUInt32LE(0), MOST_PROPERTIES);
  let at = 4;
  const word = (): number => {
    at += 4;
    return at <= bytes.length ? bytes.readUInt32LE(at - 4) : Number.NaN;
  };
  for (; left > 0 && at + 4 <= bytes.length; left -= 1) {
    const type = bytes.readUInt16LE(at);
    const id = bytes.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      at += 16;
      if (word() === 0) at += 4;
      else at += padded(word());
    }
    const single = type & 0x0fff;
    const fixed = FIXED[single];
    const several = (type & 0x1000) !== 0;
    const count = several || fixed === undefined ? word() : 1;
    if (!(count <= MOST_PROPERTIES)) break;
    for (let index = 0; index < count && at <= bytes.length; index += 1) {
      const size = fixed ?? word();
      if (!(size >= 0 && at + size <= bytes.length)) return found;
      if (!found.has(id)) found.set(id, { type: single, value: bytes.subarray(at, at + size) });
      at += padded(size);
    }
  }
  return found;
}

function textOf(properties: Properties, id: number, charset: string): string | null {
  const found = properties.get(id);
  if (found === undefined) return null;
  const text = found.type === 0x001f ? decodeText(found.value, 'utf-16le') : decodeText(found.value, charset);
  return text.replace(/\0+$/, '');
}

function bodyOf(properties: Properties, charset: string): Pick<Unpacked, 'plain' | 'html'> {
  const page = properties.get(BODY_HTML);
  const plain = textOf(properties, BODY_TEXT, charset);
  if (page !== undefined) return { plain, html: decodeText(page.value, charset) };
  const packed = properties.get(BODY_RTF);
  const rtf = packed === undefined || plain !== null ? null : decompressRtf(packed.value);
  return { plain, html: rtf === null ? null : htmlInRtf(rtf, charset) };
}

/** Opens a TNEF file; null when it is none. */
export function unpackTnef(bytes: Buffer): Unpacked | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const out: Unpacked = { plain: null, html: null, attachments: [] };
  let charset = 'windows-1252';
  let at = 6;
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt16LE(at + 1);
    const size = bytes.readUInt32LE(at + 5);
    const value = bytes.subarray(at + 9, at + 9 + size);
    at += 9 + size + 2;
    const current = out.attachments.at(-1);
    if (id === CODE_PAGE && value.length >= 4) charset = value.readUInt32LE(0) === 65001 ? 'utf-8' : `cp${value.readUInt32LE(0)}`;
    else if (id === BODY) out.plain = decodeText(value, charset).replace(/\0+$/, '');
    else if (id === MESSAGE_PROPERTIES) {
      const body = bodyOf(propertiesOf(value), charset);
      out.plain ??= body.plain;
      out.html ??= body.html;
    } else if (id === ATTACHMENT_BEGINS) {
      if (out.attachments.length >= MOST_ATTACHMENTS) break;
      out.attachments.push({ filename: null, type: 'application/octet-stream', content: Buffer.alloc(0) });
    } else if (current !== undefined && id === ATTACHMENT_TITLE) current.filename ??= decodeText(value, charset).replace(/\0+$/, '');
    else if (current !== undefined && id === ATTACHMENT_DATA) current.content = value;
    else if (current !== undefined && id === ATTACHMENT_PROPERTIES) {
      const properties = propertiesOf(value);
      current.filename = textOf(properties, LONG_NAME, charset) ?? textOf(properties, SHORT_NAME, charset) ?? current.filename;
      current.type = textOf(properties, MIME_TYPE, charset) ?? current.type;
      const data = properties.get(DATA);
      if (current.content.length === 0 && data !== undefined) current.content = data.value;
    }
  }
  return out;
}
