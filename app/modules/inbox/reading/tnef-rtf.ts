import { decodeText } from './charset.ts';

const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const WINDOW = 4_096;
const LARGEST = 4 * 1024 * 1024;
// The dictionary every compressed RTF begins with, as the format prescribes it.
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** Outlook's compressed RTF in plain, or null when it is none. */
export function decompressRtf(bytes: Buffer): Buffer | null {
  if (bytes.length < 16) return null;
  const kind = bytes.readUInt32LE(8);
  const size = Math.min(bytes.readUInt32LE(4), LARGEST);
  if (kind === PLAIN) return bytes.subarray(16, 16 + size);
  if (kind !== COMPRESSED) return null;
  const window = Buffer.alloc(WINDOW);
  let write = window.write(DICTIONARY, 'latin1');
  const out = Buffer.alloc(size);
  let length = 0;
  const put = (byte: number): void => {
    window[write] = byte;
    write = (write + 1) % WINDOW;
    if (length < size) out[length] = byte;
    length += 1;
  };
  let at = 16;
  while (at < bytes.length && length < size) {
    const flags = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length && length < size; bit += 1) {
      if ((flags & (1 << bit)) === 0) {
        put(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      if (at + 2 > bytes.length) return out.subarray(0, Math.min(length, size));
      const reference = bytes.readUInt16BE(at);
      at += 2;
      const offset = reference >> 4;
      if (offset === write) return out.subarray(0, Math.min(length, size));
      for (let step = 0; step < (reference & 15) + 2; step += 1) put(window[(offset + step) % WINDOW] ?? 0);
    }
  }
  return out.subarray(0, Math.min(length, size));
}

/** The HTML an RTF was made from, or its text as HTML lines; null when there is none. */
export function htmlInRtf(rtf: Buffer, charset: string): string | null {
  const source = rtf.toString('latin1');
  if (!source.startsWith('{\\rtf')) return null;
  const wasHtml = source.slice(0, 4_000).includes('\\fromhtml');
  const bytes: number[] = [];
  const pieces: string[] = [];
  const flush = (): void => {
    if (bytes.length > 0) pieces.push(decodeText(Buffer.from(bytes), charset));
    bytes.length = 0;
  };
  let depth = 0;
  let hiddenAt = 0;
  let silent = false;
  const token = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|([^\\{}\r\n])|[\r\n]/gi;
  for (const [, hex, word, value, symbol, brace, char] of source.matchAll(token)) {
    if (brace === '{') depth += 1;
    else if (brace === '}') {
      depth -= 1;
      if (hiddenAt > depth) hiddenAt = 0;
    } else if (hiddenAt > 0) continue;
    else if (word === 'fonttbl' || word === 'colortbl' || word === 'stylesheet' || word === 'info' || word === 'pntext' || word === 'pict') hiddenAt = depth;
    else if (word === 'htmlrtf') silent = value !== '0';
    else if (symbol === '*' && !wasHtml) hiddenAt = depth;
    else if (silent) continue;
    else if (hex !== undefined) bytes.push(parseInt(hex, 16));
    else if (word === 'u' && value !== undefined) {
      flush();
      pieces.push(String.fromCharCode(Number(value) & 0xffff));
    } else if (word === 'par' || word === 'line') bytes.push(...Buffer.from(wasHtml ? '\n' : '<br>\n'));
    else if (word === 'tab') bytes.push(0x20);
    else if (symbol === '\\' || symbol === '{' || symbol === '}') bytes.push(symbol.charCodeAt(0));
    else if (char !== undefined) bytes.push(...(wasHtml ? [char.charCodeAt(0)] : Buffer.from(char === '<' ? '&lt;' : char === '&' ? '&amp;' : char, 'latin1')));
  }
  flush();
  const html = pieces.join('');
  return html.trim() === '' ? null : html;
}
