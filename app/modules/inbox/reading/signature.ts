import type { Line } from './html-lines.ts';
import { isRule } from './quote-headers.ts';
import { CLOSING_LINE, CLOSING_SHORT, DELIMITER, FOOTER_LINE, SENT_FROM_LINE, SENT_FROM_NAME } from './signature-words.ts';

const LONGEST_CLOSING = 80;
const LONGEST_SIGNED_LINE = 120;
const MOST_SIGNED_LINES = 14;
const SHORTEST = 2;
const WORDS_OF_SENTENCE = 6;
// Words that open a mail as well as they close it: after a single word they open it.
const OPENS_TOO = /^\s*(?:saludos|saluti|salutations|groet|hilsen|pozdrav|pozdrawiam)/i;
const SAYS_SOMETHING = /\S\s+\S|[\u3040-\ud7a3]{4}/;
const MOST_LINES = 30_000;

function isMobileLine(text: string, before: string): boolean {
  if (text.length > 100) return false;
  // A wrapped sentence may begin with the same words in lower case.
  if (before.trim() !== '' && /^\s*\p{Ll}/u.test(text)) return false;
  if (SENT_FROM_NAME.test(text)) return true;
  if (!SENT_FROM_LINE.test(text)) return false;
  return /^\W*sent from my\b/i.test(text) || !/[.?!。？！]\s*$/.test(text) || text.trim().split(/\s+/).length <= 6;
}

function isSentence(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.length >= WORDS_OF_SENTENCE && /[.!]$/.test(words.at(-1) ?? '');
}

/** A closing counts when nothing but a name, a company and its particulars follow. */
function closes(lines: Line[], at: number, end: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.length > LONGEST_CLOSING || !(CLOSING_LINE.test(text) || CLOSING_SHORT.test(text))) return false;
  let written = 0;
  for (let index = at + 1; index < end; index += 1) {
    const line = lines[index]?.text ?? '';
    if (line.trim() === '') continue;
    if (isMobileLine(line, '') || DELIMITER.test(line) || isRule(line) || FOOTER_LINE.test(line)) return true;
    written += 1;
    if (written > MOST_SIGNED_LINES || line.length > LONGEST_SIGNED_LINE || /[?？]\s*$/.test(line)) return false;
    // Whole sentences after a greeting are what the mail is about.
    if (/^\s*(?:p\.? ?s\b|ps\s*[:.])/i.test(line) || isSentence(line)) return false;
  }
  return true;
}

/** Where the signature of the lines from `start` to `end` begins; `end` when there is none. */
export function signatureStart(lines: Line[], start: number, end: number): number {
  let fenced = false;
  let written = false;
  let said = false;
  let before: Line['mark'] = null;
  for (let at = start; at < end && at < MOST_LINES; at += 1) {
    const text = lines[at]?.text ?? '';
    if (/^\s*```/.test(text)) fenced = !fenced;
    if (fenced || text.trim() === '') continue;
    const mark = lines[at]?.mark ?? null;
    if (mark === 'signature' && before !== 'signature' && restIsMarked(lines, at, end)) return at;
    before = mark;
    if (DELIMITER.test(text)) return at;
    if (text.length < SHORTEST) {
      written = true;
      continue;
    }
    if (isRule(text) && /_/.test(text)) return at;
    // At the very top of a mail it is no end of anything.
    if ((written || start > 0 || isLast(lines, at, end)) && isMobileLine(text, lines[at - 1]?.text ?? '')) return at;
    if (((said || (written && !OPENS_TOO.test(text))) && closes(lines, at, end)) || (written && text.length < 2_000 && FOOTER_LINE.test(text))) return at;
    said ||= written || SAYS_SOMETHING.test(text.slice(0, 200));
    written = true;
  }
  return end;
}

function isLast(lines: Line[], at: number, end: number): boolean {
  return lines.slice(at + 1, end).every(({ text }) => text.trim() === '');
}

/** A marked signature ends the text, or only other signature-like lines follow; else it is in the middle of an answer below it. */
function restIsMarked(lines: Line[], at: number, end: number): boolean {
  for (let index = at; index < end; index += 1) {
    const line = lines[index];
    if (line !== undefined && line.text.trim() !== '' && line.mark !== 'signature') return isMobileLine(line.text, '') || FOOTER_LINE.test(line.text) || DELIMITER.test(line.text);
  }
  return true;
}
