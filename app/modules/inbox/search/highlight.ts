import { fold, isUnspaced, searchTerms } from '#app/kernel/text.ts';
import type { Piece } from './views.ts';

interface Mark {
  from: number;
  to: number;
  term: number;
}

const window = 170;
const before = 45;

/** The whole text, with what was looked for marked. */
export function highlight(text: string, words: string): Piece[] {
  return piecesOf(text, marksIn(text, words), 0, text.length);
}

/** The part of a text in which most of what was looked for stands, with how many of the words; null where none does. */
export function excerpt(text: string, words: string): { pieces: Piece[]; found: number } | null {
  const marks = marksIn(text, words);
  const best = densest(marks);
  if (!best) return null;
  const from = Math.max(0, best.from - before);
  const start = from === 0 ? 0 : wordStart(text, from, best.from);
  const end = Math.min(text.length, start + window);
  const stop = end === text.length ? end : Math.max(best.to, text.lastIndexOf(' ', end) > best.to ? text.lastIndexOf(' ', end) : end);
  const cut = piecesOf(text, marks, start, stop).map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ') }));
  return { pieces: [...(start > 0 ? [{ text: '… ', isMatch: false }] : []), ...cut, ...(stop < text.length ? [{ text: ' …', isMatch: false }] : [])], found: best.found };
}

function wordStart(text: string, from: number, match: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space >= match ? characterStart(text, from) : space + 1;
}

/** Not in the middle of a character of two. */
function characterStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function densest(marks: readonly Mark[]): { from: number; to: number; found: number } | null {
  let best: { from: number; to: number; found: number } | null = null;
  for (const [at, mark] of marks.entries()) {
    const terms = new Set([mark.term]);
    for (let next = at + 1; next < marks.length; next += 1) {
      const other = marks[next];
      if (!other || other.to > mark.from + window - before) break;
      terms.add(other.term);
    }
    if (!best || terms.size > best.found) best = { from: mark.from, to: mark.to, found: terms.size };
  }
  return best;
}

/** Where the words stand: at the beginning of a word, or anywhere in a script without spaces; in the order of the text. */
function marksIn(text: string, words: string): Mark[] {
  const terms = searchTerms(words);
  const whole = fold(text);
  if (!terms.some(({ lexeme }) => whole.includes(lexeme))) return [];
  const { folded, origin } = foldedWithOrigin(text);
  const marks: Mark[] = [];
  for (const [term, { lexeme, prefix }] of terms.entries()) {
    for (let at = folded.indexOf(lexeme); at !== -1; at = folded.indexOf(lexeme, at + 1)) {
      const isInside = prefix && !isUnspaced(lexeme) && /[\p{L}\p{N}]/u.test(folded.charAt(at - 1)) && !isUnspaced(folded.charAt(at - 1));
      if (!isInside) marks.push({ from: origin[at] ?? 0, to: origin[at + lexeme.length] ?? text.length, term });
    }
  }
  return marks.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** A text as it is compared, and for each place in it where that stands in the text. */
function foldedWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const sign of text) {
    const piece = sign < '\u0080' ? sign.toLowerCase() : fold(sign);
    for (let place = 0; place < piece.length; place += 1) origin.push(at);
    folded += piece;
    at += sign.length;
  }
  origin.push(text.length);
  return { folded, origin };
}

function piecesOf(text: string, marks: readonly Mark[], start: number, stop: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const { from, to } of marks) {
    const until = Math.min(to, stop);
    if (until <= at || from >= stop) continue;
    const begin = Math.max(from, at);
    if (begin > at) pieces.push({ text: text.slice(at, begin), isMatch: false });
    const last = pieces.at(-1);
    if (last?.isMatch && begin === at) last.text += text.slice(begin, until);
    else pieces.push({ text: text.slice(begin, until), isMatch: true });
    at = until;
  }
  if (at < stop) pieces.push({ text: text.slice(at, stop), isMatch: false });
  return pieces;
}
