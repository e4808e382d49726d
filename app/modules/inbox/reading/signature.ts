import type { Line } from './html-lines.ts';
import { isRule } from './quote-headers.ts';
import { ADVERT_LINE, CLOSING_FROM, CLOSING_LINE, CLOSING_NAMED, CLOSING_SHORT, COMPANY, DASHED_NAME, DELIMITER, FOOTER_TITLE, isFooter, NAMED_MOBILE, PARTICULAR, SENT_FROM_LINE, SENT_FROM_NAME } from './signature-words.ts';

const LONGEST_CLOSING = 140;
const LONGEST_SIGNED_LINE = 120;
const MOST_SIGNED_LINES = 14;
const SHORTEST = 2;
const WORDS_OF_SENTENCE = 6;
// Words that open a mail as well as they close it: after a single word they open it.
const OPENS_TOO = /^\s*(?:saludos|saluti|salutations|groet|hilsen|pozdrav|pozdrawiam)[^/]*$/i;
const SAYS_SOMETHING = /\S\s+\S|[\u3040-\ud7a3]{4}/;
const ASKS = /[?？]\s*$/;
const MOST_LINES = 30_000;
const MOST_BELOW = 100;
// More lines drawn across a text are a table.
const MOST_CROSSED = 50;

/** Where a program that advertises itself drew the cells of its card above that line, or `at`. */
function withCard(lines: Line[], start: number, at: number): number {
  for (let above = Math.max(start + 1, at - MOST_SIGNED_LINES); above < at; above += 1) if (/^\s*\|(?:\s*\|)*\s*$/.test(lines[above]?.text.slice(0, 200) ?? '')) return above;
  return at;
}

const LINK_BEHIND = /\s{0,4}[([<]\s{0,2}(?:https?:\/\/|www\.)[^\s<>()[\]]{1,300}\s{0,2}[)\]>]\s*$/i;

function isMobileLine(written: string, before: string): boolean {
  if (written.length > 400) return false;
  const text = written.replace(LINK_BEHIND, '');
  if (text.length > 100) return false;
  // A wrapped sentence may begin with the same words in lower case.
  if (before.trim() !== '' && /^\s*\p{Ll}/u.test(text)) return false;
  if (SENT_FROM_NAME.test(text) || ADVERT_LINE.test(text) || NAMED_MOBILE.test(text)) return true;
  if (!SENT_FROM_LINE.test(text)) return false;
  return /^\W*(?:sent (?:wirelessly )?from my|envoyé sans fil par mon|diese (?:nachricht|e-?mail) wurde)\b/i.test(text) || !/[.?!。？！]\s*$/.test(text) || text.trim().split(/\s+/).length <= 6;
}

function isSentence(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.length >= WORDS_OF_SENTENCE && /[.!]$/.test(words.at(-1) ?? '');
}

/** A closing counts when nothing but a name, a company and its particulars follow. */
function closes(lines: Line[], at: number, end: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.length > LONGEST_CLOSING || !(CLOSING_LINE.test(text) || CLOSING_SHORT.test(text) || CLOSING_FROM.test(text) || CLOSING_NAMED.test(text))) return false;
  let written = 0;
  for (let index = at + 1; index < end; index += 1) {
    const line = lines[index]?.text ?? '';
    if (line.trim() === '') continue;
    if (isMobileLine(line, '') || DELIMITER.test(line) || isRule(line) || isFooter(line)) return true;
    written += 1;
    if (written > MOST_SIGNED_LINES || line.length > LONGEST_SIGNED_LINE || ASKS.test(line)) return false;
    // Whole sentences after a greeting are what the mail is about.
    if (/^\s*(?:p\.? ?s\b|ps\s*[:.])/i.test(line) || isSentence(line)) return false;
  }
  return true;
}

const DRAWN = /^\s*(?:(?:[-—–―─━=*~+]\s?){10,80}|\*\s\*\s\*\s*)$/;
const LONGEST_PARTICULAR = 80;
const MOST_PARTICULARS = 8;
const LISTED = /^\s*(?:\d{1,3}[.)、]|[-*•·+])\s|[:：?？。！!]\s*$/;

const ENDED = /[.!?。！？)]\s*$/;

const REACHED_AT = /@[\p{L}\d-]{1,60}\.\p{L}{2}|\bwww\.|https?:\/\/|(?:\+|\(?0)\d[\d ()/.-]{6,24}/u;
// As many lines may hold a name and an office where nothing says how to reach anybody.
const MOST_NAMES = 3;

/** A line drawn under a mail, or a company, counts when only a few short particulars stand below it: no list, no sentence. */
function drawnOver(lines: Line[], at: number, end: number): boolean {
  const text = lines[at]?.text.slice(0, 200) ?? '';
  const company = COMPANY.test(text);
  if (!(company || DRAWN.test(text)) || (lines[at - 1]?.text ?? '').trim() !== '') return false;
  let written = 0;
  let reached = false;
  let numbered = false;
  for (let index = at + 1; index < end; index += 1) {
    const line = lines[index]?.text ?? '';
    if (line.trim() === '') continue;
    written += 1;
    if (written > MOST_PARTICULARS || line.length > LONGEST_PARTICULAR || LISTED.test(line) || isSentence(line)) return false;
    reached ||= PARTICULAR.test(line) || (!company && REACHED_AT.test(line));
    numbered ||= /\d/.test(line);
  }
  // An order listed under a line is none.
  return reached || (!company && written > 0 && written <= MOST_NAMES && !numbered);
}

/** Where a footer begins: with the title above it, or at `at`. */
function withTitle(lines: Line[], start: number, at: number): number {
  let above = at - 1;
  while (above > start && (lines[above]?.text ?? '').trim() === '') above -= 1;
  return above > start && FOOTER_TITLE.test((lines[above]?.text ?? '').slice(0, LONGEST_PARTICULAR)) ? above : at;
}

/** A name behind two dashes counts when what was written ended with a sentence and a few short particulars end the mail: no list, no sentence. */
function signedWithDashes(lines: Line[], start: number, at: number, end: number): boolean {
  if (!DASHED_NAME.test(lines[at]?.text.slice(0, LONGEST_SIGNED_LINE) ?? '')) return false;
  let above = at - 1;
  while (above > start && (lines[above]?.text ?? '').trim() === '') above -= 1;
  if (!ENDED.test((lines[above]?.text ?? '').slice(-LONGEST_PARTICULAR))) return false;
  const below = lines.slice(at + 1, Math.min(end, at + 1 + MOST_BELOW)).filter(({ text }) => text.trim() !== '');
  return below.length <= MOST_PARTICULARS && below.every(({ text }) => text.length <= LONGEST_PARTICULAR && !/^\s*--/.test(text) && !LISTED.test(text) && !isSentence(text));
}

/** Whether the mail goes on under a line drawn across it: sentences and only then a greeting, or a second line and a question. */
function goesOn(lines: Line[], at: number, end: number, crossed: boolean): boolean {
  let sentences = 0;
  let again = crossed;
  let asks = false;
  for (let index = at + 1; index < Math.min(end, at + MOST_BELOW); index += 1) {
    const line = lines[index]?.text ?? '';
    if (line.trim() === '') continue;
    if (isFooter(line)) return false;
    if (isSentence(line)) sentences += 1;
    else if (sentences > 0 && closes(lines, index, end)) return true;
    again ||= isRule(line);
    asks = ASKS.test(line);
  }
  return again && asks;
}

/** Where the signature of the lines from `start` to `end` begins; `end` when there is none. */
export function signatureStart(lines: Line[], start: number, end: number): number {
  let fenced = false;
  let written = false;
  let said = false;
  let crossed = 0;
  let before: Line['mark'] = null;
  for (let at = start; at < end && at < MOST_LINES; at += 1) {
    const text = lines[at]?.text ?? '';
    if (/^\s*```/.test(text)) fenced = !fenced;
    if (fenced || text.trim() === '') continue;
    const mark = lines[at]?.mark ?? null;
    // Some write their answer into the place of the signature.
    if (mark === 'signature' && before !== 'signature' && (written || start > 0 || !lines.slice(at, end).some((line) => isSentence(line.text) || ASKS.test(line.text))) && restIsMarked(lines, at, end)) return at;
    before = mark;
    const drawn = isRule(text) && /_/.test(text);
    if (drawn ? crossed < MOST_CROSSED && !goesOn(lines, at, end, crossed > 0) : DELIMITER.test(text)) return at;
    if (drawn) crossed += 1;
    if (text.length < SHORTEST) {
      written = true;
      continue;
    }
    if (written && drawnOver(lines, at, end)) return at;
    // At the very top of a mail it is no end of anything.
    if ((written || start > 0 || isLast(lines, at, end)) && isMobileLine(text, lines[at - 1]?.text ?? '')) return withCard(lines, start, at);
    if ((said || (written && !OPENS_TOO.test(text))) && closes(lines, at, end)) return at;
    if (written && signedWithDashes(lines, start, at, end)) return at;
    if (written && isFooter(text)) return withTitle(lines, start, at);
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
    if (line !== undefined && line.text.trim() !== '' && line.mark !== 'signature') return isMobileLine(line.text, '') || isFooter(line.text) || DELIMITER.test(line.text);
  }
  return true;
}
