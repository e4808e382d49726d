const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LOOK = 1_024;
const LONGEST_WIDE = 64 * 1024 * 1024;

/** Saved by an editor in two bytes a letter: with its mark at the beginning, or every other byte of the first letters empty. */
function wideCharset(bytes: Buffer): string | null {
  if (bytes.length < 4) return null;
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && third === 0 && second !== 0 && fourth !== 0) return 'utf-16be';
  return second === 0 && fourth === 0 && first !== 0 && third !== 0 ? 'utf-16le' : null;
}

/** Old programs end lines with a return only, broken ones with two and a line feed; then one line feed ends each. */
function withNewlines(bytes: Buffer): Buffer {
  const first = bytes.indexOf(NEWLINE);
  if (first >= 2 && bytes[first - 1] === RETURN && bytes[first - 2] === RETURN) return Buffer.from(bytes.toString('latin1').replaceAll('\r\r\n', '\n'), 'latin1');
  if (first >= 0 || !bytes.includes(RETURN)) return bytes;
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(RETURN); at >= 0; at = copy.indexOf(RETURN, at + 1)) copy[at] = NEWLINE;
  return copy;
}

/** The bytes of a mail from its first line on, in lines of one byte a letter where they were saved otherwise. */
export function asMail(raw: Buffer): Buffer {
  const wide = wideCharset(raw);
  const narrow = wide === null ? raw : Buffer.from(new TextDecoder(wide).decode(raw.subarray(0, LONGEST_WIDE)), 'utf8');
  const bytes = withNewlines(narrow);
  let at = bytes.length > 2 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === NEWLINE || bytes[at] === RETURN) at += 1;
  return bytes.subarray(at);
}

/** Whether no text begins with these bytes: a picture or a document that somebody took for a mail. */
export function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, LOOK).includes(0);
}
