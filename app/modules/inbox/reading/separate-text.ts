import type { Line } from './html-lines.ts';
import { banner } from './banner.ts';
import { attributionLength, bare, headerBlockLength, introducesQuote, isFlatHeader, isMarkedHeader, isNarrated, isNotesHeader, namesAddressOrHour, withSeparator } from './quote-headers.ts';
import { FORWARD_LINE, GROUPWISE_LINE, LEADING_ATTRIBUTION, MID_ATTRIBUTION, ORIGINAL_LINE, REPLY_ABOVE, RUN_ON_ATTRIBUTION, STARTS_ATTRIBUTION } from './quote-words.ts';
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
const MARKED = /[-_=*—–‐‑―─━:：]|processed by|line|ligne|zeile|línea|linea|linha|regel|riga|行|线/i;
// A link that the end of the line broke before its ">".
const LINK_OPEN = /^[^>].*<https?:\/\/[^\s<>]{1,300}$/;
// A line an mbox has marked, and an arrow in an advertisement.
const NO_QUOTE = /^>From |^\s*>{2,3}.{1,120}<{2,3}\s*$/;

// "MS> …": some programs mark whose words they quote.
const INITIALS = /^\s{0,2}\p{Lu}{1,4}>(?:\s|$)/u;

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

const SHARED_FROM = 20;
const MOST_TO_SHARE = 600;

const MOST_RUN_ON = 4_000;

// The line that programs draw over the header of what they quote, with something before it.
const DRAWN_OVER = /\S\s{1,3}(?=[_-]{8,80}\s{1,3}\S)/;
const LONGEST_HEAD = 300;

/** A line that holds an answer, an attribution and what it quotes, as three; null when it does not. */
function runOn({ text, mark }: Line): Line[] | null {
  const start = text.slice(0, MOST_RUN_ON);
  if (mark !== null || !start.includes('@') || QUOTE.test(start)) return null;
  const drawn = DRAWN_OVER.exec(start);
  if (drawn !== null) {
    const [, rule = '', rest = ''] = /^([_-]+)\s+(.*)$/s.exec(text.slice(drawn.index + drawn[0].length)) ?? [];
    const head = rest.slice(0, LONGEST_HEAD);
    if (head.includes('@') && isFlatHeader(head)) return [text.slice(0, drawn.index + 1), rule, head, rest.slice(LONGEST_HEAD)].map((piece) => ({ text: piece, mark }));
  }
  const found = (STARTS_ATTRIBUTION.test(bare(start)) ? LEADING_ATTRIBUTION.exec(start) : null) ?? RUN_ON_ATTRIBUTION.exec(start);
  if (found === null || attributionLength([found[0]], 0) === 0) return null;
  const end = found.index + found[0].length;
  return [text.slice(0, found.index).trimEnd(), found[0], text.slice(end).trimStart()].map((piece) => ({ text: piece, mark }));
}

/** A line in which an attribution follows what was written, as two lines. */
function unshared(lines: Line[]): Line[] {
  let parted: Line[] | null = null;
  for (const [at, line] of lines.entries()) {
    const runs = at < MOST_LINES ? runOn(line) : null;
    if (runs !== null) {
      parted ??= lines.slice(0, at);
      parted.push(...runs);
      continue;
    }
    const found = at < MOST_LINES && line.text.length >= SHARED_FROM && line.text.length <= MOST_TO_SHARE && line.mark === null ? MID_ATTRIBUTION.exec(line.text) : null;
    const from = found === null ? 0 : found.index + (found[1] ?? '').length;
    if (found === null || from === 0 || QUOTE.test(line.text)) {
      parted?.push(line);
      continue;
    }
    const rest = line.text.slice(from).trimStart();
    const next = lines.slice(at + 1, at + 4).map(({ text }) => text);
    const length = attributionLength([rest, ...next], 0);
    if (length === 0 || !namesAddressOrHour([rest, ...next].slice(0, length).join(' '))) {
      parted?.push(line);
      continue;
    }
    parted ??= lines.slice(0, at);
    parted.push({ text: line.text.slice(0, from).trimEnd(), mark: line.mark }, { text: rest, mark: line.mark });
  }
  return parted ?? lines;
}

/** Where everything from here on is an older message (`rest`) or one that is passed on (`passed`), or the end of the text; quotes with marks are given to `owners`. */
function findQuotes(lines: Line[], texts: string[], owners: Owner[], forwarded: boolean): { rest: number; passed: number } {
  let passed = texts.length;
  let initials = false;
  const isQuote = (at: number): boolean => (QUOTE.test(texts[at] ?? '') || (initials && INITIALS.test(texts[at] ?? ''))) && !NO_QUOTE.test(texts[at] ?? '') && !LINK_OPEN.test((texts[at - 1] ?? '').slice(-LONGEST_MARK));
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? '';
    if (GROUPWISE_LINE.test(text) && !isQuote(nextWritten(texts, at + 1))) return { rest: at, passed };
    if (isQuote(at) && !isQuote(at - 1)) {
      // Some mark what they pass on as if they quoted it.
      if (forwarded && FORWARD_LINE.test(text.slice(0, LONGEST_MARK).replace(/^[>\s]+/, ''))) return { rest: texts.length, passed: Math.min(passed, at) };
      let end = at + 1;
      while (isQuote(end)) end += 1;
      if (!forwarded && isMarkedHeader(texts, at, end)) return { rest: withSeparator(texts, at), passed };
    }
    if (isQuote(at) || lines[at]?.mark === 'quoted') {
      owners[at] = 'quoted';
      if (isQuote(at) && !isQuote(at - 1)) {
        const before = previousWritten(texts, at - 1);
        if (before >= 0 && at - before <= 2 && owners[before] === 'new' && introducesQuote(texts[before] ?? '')) owners[before] = 'quoted';
      }
      if (lines[at]?.mark === 'quoted' && FORWARD_LINE.test(text)) {
        owners.fill('new', at);
        return { rest: texts.length, passed: Math.min(passed, at) };
      }
      continue;
    }
    if (at > MOST_LINES || text.trim() === '') continue;
    const short = text.length <= LONGEST_MARK;
    if (short && text.length > SHORTEST_MARK && MARKED.test(text)) {
      // What is passed on is for us to read: it stays.
      if (FORWARD_LINE.test(text)) return { rest: texts.length, passed: Math.min(passed, at) };
      if (REPLY_ABOVE.test(text)) return { rest: at, passed };
      if (!forwarded && ORIGINAL_LINE.test(bare(text))) return { rest: withSeparator(texts, at), passed };
    }
    if (short && (!forwarded || passed === texts.length) && (headerBlockLength(texts, at) > 0 || isFlatHeader(text) || isNotesHeader(texts, at))) {
      // Some write a letter with its date and its subject above it.
      if (!forwarded && previousWritten(texts, at - 1) < 0) continue;
      if (!forwarded) return { rest: withSeparator(texts, at), passed };
      passed = withSeparator(texts, at);
    }
    const length = short ? attributionLength(texts, at) : 0;
    if (length === 0) continue;
    const next = nextWritten(texts, at + length);
    initials ||= INITIALS.test(texts[next] ?? '');
    if (isQuote(next) || lines[next]?.mark === 'quoted') {
      owners.fill('quoted', at, at + length);
      at += length - 1;
      continue;
    }
    // Without anything said before it, or told as people tell, it may be all there is to read.
    if (previousWritten(texts, at - 1) < 0 || isNarrated(texts.slice(at, at + length).join(' '))) continue;
    return { rest: withSeparator(texts, at), passed };
  }
  return { rest: texts.length, passed };
}

const SEALED = /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/;
const SEAL = /^-----BEGIN PGP SIGNATURE-----\s*$/;
const SEAL_ENDS = /^-----END PGP SIGNATURE-----\s*$/;
const MOST_ARMOUR = 8;

/** Gives the armour of a signed text to its signature: what the program set before and behind what was written. */
function takeArmour(texts: string[], owners: Owner[]): void {
  let inside = false;
  let head = 0;
  for (const [at, text] of texts.entries()) {
    if (at > MOST_LINES) return;
    if (SEALED.test(text)) head = MOST_ARMOUR;
    else if (text.trim() === '') head = 0;
    if (SEAL.test(text)) inside = true;
    if ((inside || head > 0) && owners[at] === 'new') owners[at] = 'signature';
    if (SEAL_ENDS.test(text)) inside = false;
    head = Math.max(0, head - 1);
  }
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
  return kept.join('\n').replace(/^\n+/, '').trimEnd();
}

/** Gives every line of a text to one of three: newly written, quoted, signature; no line is lost or doubled. */
export function separateText(all: Line[], forwarded: boolean): Separated {
  const lines = unshared(all);
  const texts = lines.map((line) => line.text);
  const owners: Owner[] = lines.map(() => 'new');
  const { rest, passed } = findQuotes(lines, texts, owners, forwarded);
  owners.fill('quoted', rest);
  takeArmour(texts, owners);
  owners.fill('quoted', ...banner(texts));
  let start = 0;
  // The signature of a mail that is passed on is part of what we are to read.
  while (start < passed) {
    if (owners[start] !== 'new') {
      start += 1;
      continue;
    }
    let end = start;
    // A blank line belongs to whatever stands around it.
    while (end < passed && owners[end] === 'new') end += 1;
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
