import type { Line } from './html-lines.ts';
import { attributionLength, bare, headerBlockLength, introducesQuote, isRule } from './quote-headers.ts';
import { FORWARD_LINE, GROUPWISE_LINE, ORIGINAL_LINE, REPLY_ABOVE } from './quote-words.ts';
import { signatureStart } from './signature.ts';

/** A text told apart: what its sender wrote now, what was there before, and how it is signed. */
export interface Separated {
  newText: string;
  quotedText: string;
  signature: string;
}

type Owner = 'new' | 'quoted' | 'signature';

const QUOTE = /^\s{0,4}(?:>|&gt;|＞|›\s)/;
// Lines longer or shorter say nothing about what stands below them.
const LONGEST_MARK = 400;
const SHORTEST_MARK = 5;
// Nobody reads on so far; what follows is a log somebody pasted.
const MOST_LINES = 30_000;
const MARKED = /[-_=*—–:：]|line|ligne|zeile|línea|linea|linha|regel|riga|行|线/i;
// A line an mbox has marked, and an arrow in an advertisement.
const NO_QUOTE = /^>From |^\s*>{2,3}[^<>]{1,80}<{2,3}\s*$/;

function nextWritten(texts: string[], from: number): number {
  let at = from;
  while (at < texts.length && (texts[at] ?? '').trim() === '') at += 1;
  return at;
}

function previousWritten(texts: string[], from: number): number {
  let at = from;
  while (at >= 0 && (texts[at] ?? '').trim() === '') at -= 1;
  return at;
}

/** Where everything from here on is an older message, or the end of the text; quotes with marks are given to `owners`. */
function findQuotes(lines: Line[], texts: string[], owners: Owner[], forwarded: boolean): number {
  const isQuote = (at: number): boolean => QUOTE.test(texts[at] ?? '') && !NO_QUOTE.test(texts[at] ?? '');
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    if (GROUPWISE_LINE.test(text) && !isQuote(nextWritten(texts, at + 1))) return at;
    if (isQuote(at) || lines[at]?.mark === 'quoted') {
      owners[at] = 'quoted';
      if (isQuote(at) && !isQuote(at - 1)) {
        const before = previousWritten(texts, at - 1);
        if (before >= 0 && at - before <= 2 && owners[before] === 'new' && introducesQuote(texts[before] ?? '')) owners[before] = 'quoted';
      }
      if (lines[at]?.mark === 'quoted' && FORWARD_LINE.test(text)) {
        owners.fill('new', at);
        return texts.length;
      }
      continue;
    }
    if (at > MOST_LINES || text.trim() === '') continue;
    const short = text.length <= LONGEST_MARK;
    if (short && text.length > SHORTEST_MARK && MARKED.test(text)) {
      // What is passed on is for us to read: it stays.
      if (FORWARD_LINE.test(text)) return texts.length;
      if (REPLY_ABOVE.test(text)) return at;
      if (!forwarded && ORIGINAL_LINE.test(bare(text))) return at;
    }
    if (!forwarded && short && headerBlockLength(texts, at) > 0) {
      let start = at;
      const before = previousWritten(texts, at - 1);
      if (before >= 0 && isRule(texts[before] ?? '')) start = before;
      return start;
    }
    const length = short ? attributionLength(texts, at) : 0;
    if (length === 0) continue;
    const next = nextWritten(texts, at + length);
    if (isQuote(next) || lines[next]?.mark === 'quoted') {
      owners.fill('quoted', at, at + length);
      at += length - 1;
      continue;
    }
    // An attribution with nothing behind it says nothing.
    return at;
  }
  return texts.length;
}

function tidied(lines: Line[], owners: Owner[], owner: Owner): string {
  const kept: string[] = [];
  let gap = false;
  for (const [at, { text }] of lines.entries()) {
    if (owners[at] !== owner) {
      if (text.trim() !== '') gap = true;
      continue;
    }
    // Pieces that were apart stay apart, by one blank line.
    if (gap && text.trim() === '') continue;
    if (gap && kept.length > 0 && kept.at(-1) !== '') kept.push('');
    gap = false;
    kept.push(text.trimEnd());
  }
  return kept.join('\n').replace(/^\n+|\s+$/g, '');
}

/** Gives every line of a text to one of three: newly written, quoted, signature; no line is lost or doubled. */
export function separateText(lines: Line[], forwarded: boolean): Separated {
  const texts = lines.map((line) => line.text);
  const owners: Owner[] = lines.map(() => 'new');
  const rest = findQuotes(lines, texts, owners, forwarded);
  owners.fill('quoted', rest);
  let start = 0;
  while (start < lines.length) {
    if (owners[start] !== 'new') {
      start += 1;
      continue;
    }
    let end = start;
    // A blank line belongs to whatever stands around it.
    while (end < lines.length && owners[end] === 'new') end += 1;
    const signed = signatureStart(lines, start, end);
    owners.fill('signature', signed, end);
    start = end;
  }
  return { newText: tidied(lines, owners, 'new'), quotedText: tidied(lines, owners, 'quoted'), signature: tidied(lines, owners, 'signature') };
}

/** The lines of plain text. */
export function plainLines(text: string): Line[] {
  return text.split('\n').map((line) => ({ text: line, mark: null }));
}
