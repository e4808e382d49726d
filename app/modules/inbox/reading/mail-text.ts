import { htmlLines } from './html-lines.ts';
import type { Line } from './html-lines.ts';
import type { Block } from './mail-contents.ts';
import { FORWARD_SUBJECT } from './quote-words.ts';
import type { Separated } from './separate-text.ts';
import { plainLines, separateText } from './separate-text.ts';

/** The text of a mail, told apart. */
export interface MailText extends Separated {
  text: string;
  html: string | null;
  warnings: string[];
}

const LONGEST_HTML = 4 * 1024 * 1024;
const LONGEST_TEXT = 2 * 1024 * 1024;
const ENOUGH = 12;

const squeezed = (line: string): string => line.replace(/^[>\s]+/, '').replace(/[\s*_]+/g, '').slice(0, 60);

/** Where the first line that the page marks as quoted stands in the plain text, or -1. */
function quotedFrom(texts: Line[], page: Line[]): number {
  const marked = page.filter(({ text, mark }) => mark === 'quoted' || text.startsWith('>')).map(({ text }) => squeezed(text)).filter((line) => line.length >= ENOUGH);
  const [first] = marked;
  if (first === undefined) return -1;
  const at = texts.findIndex(({ text }) => squeezed(text).startsWith(first));
  if (at >= 0) return at;
  return texts.findIndex(({ text }) => {
    const own = squeezed(text);
    return own.length >= ENOUGH && first.startsWith(own);
  });
}

const MOST_SIGNED = 30;
const SHORTEST_SIGNED = 3;

/** The lines of the plain text with those marked that the page marks as signature. */
function withSigned(texts: Line[], signature: string): Line[] {
  const wanted = signature.split('\n').map(squeezed).filter((line) => line !== '').slice(0, MOST_SIGNED);
  if (wanted.join('').length < SHORTEST_SIGNED) return texts;
  const signed = new Set<number>();
  for (const [start, { text }] of texts.entries()) {
    if (!squeezed(text).startsWith(wanted[0] ?? '')) continue;
    const run: number[] = [];
    let found = 0;
    for (let at = start; at < texts.length && found < wanted.length; at += 1) {
      const own = squeezed(texts[at]?.text ?? '');
      if (own !== '' && !own.startsWith(wanted[found] ?? '')) break;
      if (own !== '') found += 1;
      run.push(at);
      if (run.length > 3 * MOST_SIGNED) break;
    }
    if (found === wanted.length) for (const at of run) signed.add(at);
  }
  return signed.size === 0 ? texts : texts.map((line, at) => (signed.has(at) ? { text: line.text, mark: 'signature' } : line));
}

const FINNISH_HEADER = /l(?:ä|&auml;|&#228;)hett(?:ä|&auml;|&#228;)j(?:ä|&auml;|&#228;)\s*:/i;
const ENOUGH_TO_TELL = 200_000;

/** Whether a subject says that the mail is passed on; the "VS:" of Danes and Norwegians is how Finns answer. */
export function isPassedOn(subject: string, blocks: Block[]): boolean {
  if (!FORWARD_SUBJECT.test(subject)) return false;
  return !/^\s*vs\s*:/i.test(subject) || !blocks.some(({ plain, html }) => FINNISH_HEADER.test((plain ?? html ?? '').slice(0, ENOUGH_TO_TELL)));
}

/** Reads the blocks of a body: plain text where there is some, else the page as text; the page's marks help the plain text. */
export function mailText(blocks: Block[], forwarded: boolean): MailText {
  const warnings: string[] = [];
  const lines: Line[] = [];
  const pageLines: Line[] = [];
  const pages: string[] = [];
  let plainUsed = false;
  for (const { plain, html } of blocks) {
    let page: Line[] = [];
    if (html !== null) {
      pages.push(html);
      if (html.length > LONGEST_HTML) warnings.push('text-cut');
      page = htmlLines(html.slice(0, LONGEST_HTML));
      pageLines.push(...page.slice(0, 100_000));
    }
    const usePlain = plain !== null && plain.trim() !== '';
    if (usePlain) plainUsed = true;
    const own = usePlain ? plainLines(plain) : page;
    if (lines.length > 0 && own.length > 0) lines.push({ text: '', mark: null });
    for (const line of own) lines.push(line);
  }
  const room = withinRoom(lines);
  if (room.length < lines.length) warnings.push('text-cut');
  let separated = separateText(room, forwarded);
  if (plainUsed && pageLines.length > 0 && !forwarded && (separated.quotedText === '' || separated.signature === '')) {
    const page = separateText(pageLines, forwarded);
    const from = separated.quotedText !== '' || page.quotedText === '' ? -1 : quotedFrom(room, pageLines);
    const quoted = from > 0 ? room.map((line, at): Line => (at >= from ? { text: line.text, mark: 'quoted' } : line)) : room;
    const marked = separated.signature === '' ? withSigned(quoted, page.signature) : quoted;
    if (marked !== room) separated = separateText(marked, forwarded);
  }
  const text = room.map((line) => line.text).join('\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return { ...separated, text, html: pages.length > 0 ? pages.join('\n') : null, warnings };
}

function withinRoom(lines: Line[]): Line[] {
  let room = LONGEST_TEXT;
  for (const [at, { text }] of lines.entries()) {
    room -= text.length + 1;
    if (room < 0) return [...lines.slice(0, at), { text: text.slice(0, Math.max(0, room + text.length)), mark: null }];
  }
  return lines;
}
