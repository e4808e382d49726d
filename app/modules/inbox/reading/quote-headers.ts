import { ENDS_WITH_VERB, HAS_VERB, HEADER_LABELS, ORIGINAL_LINE, STARTS_ATTRIBUTION } from './quote-words.ts';

const ADDRESS = /[^\s<>"()[\]]{1,80}@[^\s<>"()[\]]{2,80}/;
const BRACKETED = /[<([](?:mailto:)?\s*[^\s<>"()[\]]{1,80}@[^\s<>"()[\]]{2,80}\s*[>)\]]/;
const TIME = /(?:^|\D)\d{1,2}\s?[:.h时時点]\s?\d{2}(?:\D|$)/;
const DATE = /(?:^|\D)(?:19|20)\d\d(?:\D|$)|(?:^|\D)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:\D|$)|\d\s?[年년]/;
const STARTS_WITH_DATE = /^(?:[\p{L}\p{M}'-]{1,14}[.,]{0,2}\s+){0,2}\(?\d{1,4}/u;
const ENDS_WITH_COLON = /[:：]\s*$/;
const LONGEST_LINE = 400;
const MOST_LINES = 4;

/** A line without the marks of direction, emphasis and quoting that programs wrap it in. */
export function bare(line: string): string {
  return line
    .slice(0, LONGEST_LINE + 1)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/\p{Nd}/gu, '0')
    .replace(/[*\s\u00a0]+/g, ' ')
    .trim();
}

const BETWEEN_DASHES = /^-{2,}\s?.{1,200}?\s?-{2,}$/;

function isAttribution(text: string): boolean {
  // "---- Mia wrote ----", as some telephones have it.
  if (BETWEEN_DASHES.test(text) && ENDS_WITH_VERB.test(text)) return true;
  if (text.length < 8 || text.length > LONGEST_LINE || !/\d/.test(text)) return false;
  const known = STARTS_ATTRIBUTION.test(text);
  const dated = STARTS_WITH_DATE.test(text);
  const told = text.replace(/\s+-+$/, '').replace(/^-{2,}\s*/, '');
  if (ENDS_WITH_VERB.test(told)) return known || dated || STARTS_ATTRIBUTION.test(told) || ((BRACKETED.test(told) || TIME.test(told)) && (DATE.test(told) || TIME.test(told)));
  if (!ENDS_WITH_COLON.test(text)) return false;
  if (BRACKETED.test(text) && (DATE.test(text) || TIME.test(text))) return true;
  return (known || dated) && HAS_VERB.test(text) && (TIME.test(text) || ADDRESS.test(text));
}

/** How many lines from `at` on are one attribution ("On … wrote:"), 0 for none. */
export function attributionLength(lines: string[], at: number): number {
  if (!/[\p{Nd}<([]|^\s*--/u.test(lines[at] ?? '')) return 0;
  let joined = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = bare((lines[at + count - 1] ?? '').replace(count > 1 ? /^[> ]+(?=.*@)/ : /^$/, ''));
    if (line === '') return 0;
    joined = joined === '' ? line : `${joined} ${line}`;
    if (isAttribution(joined)) {
      // A sentence before it in the same paragraph is not part of it.
      return count;
    }
    if (count === 1 && !/\d/.test(line) && !BRACKETED.test(line)) return 0;
    if (count === 1 && !STARTS_ATTRIBUTION.test(line) && !STARTS_WITH_DATE.test(line) && !BRACKETED.test(line)) return 0;
    if (/[.!?。！？]$/.test(line) && !/\b\p{L}{1,4}\.$/u.test(line)) return 0;
  }
  return 0;
}

const DATED_ADDRESS = /^\d{2,4}[./-]\d{1,2}[./-]\d{1,4}[^<>]{0,120}<[^\s<>@]{1,80}@[^\s<>]{2,80}>$/;

/** Whether the line right before a quote introduces it, in whatever language. */
export function introducesQuote(line: string): boolean {
  const text = bare(line);
  if (DATED_ADDRESS.test(text)) return true;
  return text.length <= LONGEST_LINE && (ENDS_WITH_COLON.test(text) || ENDS_WITH_VERB.test(text)) && (BRACKETED.test(text) || (DATE.test(text) && TIME.test(text)) || (STARTS_ATTRIBUTION.test(text) && /\d/.test(text)));
}

const RULE = /^[\s>]*(?:[_-]\s?){8,}\s*$/;
/** A line drawn across the mail, as Outlook draws one over what it quotes. */
export function isRule(line: string): boolean {
  return line.length < 200 && RULE.test(line);
}

const UNKNOWN_LABEL = /^[\s>*]*[\p{L}\p{M}][\p{L}\p{M} .'’]{0,24}\*?\s?[:：]\s*\S/u;
const LINES_OF_HEADER = 12;

/** How many lines from `at` on are the header of a quoted message (From, Sent, To, Subject), 0 for none. */
export function headerBlockLength(lines: string[], at: number): number {
  if (!/[:：]/.test(lines[at] ?? '')) return 0;
  const separated = isRule(lines[at - 1] ?? '') || ORIGINAL_LINE.test(lines[at - 1] ?? '') || ((lines[at - 1] ?? '').trim() === '' && (isRule(lines[at - 2] ?? '') || ORIGINAL_LINE.test(lines[at - 2] ?? '')));
  const seen = new Set<string>();
  let end = at;
  let strange = 0;
  let again = 0;
  let unknown = 0;
  let addressed = false;
  let dated = false;
  for (let index = at; index < Math.min(lines.length, at + LINES_OF_HEADER); index += 1) {
    const line = (lines[index] ?? '').slice(0, LONGEST_LINE);
    if (line.trim() === '') {
      if (seen.size < 2 && index === at + 1) continue;
      break;
    }
    const kinds = Object.entries(HEADER_LABELS).filter(([, label]) => label.test(line)).map(([kind]) => kind);
    const kind = kinds.find((one) => !seen.has(one)) ?? kinds[0];
    if (kind !== undefined && seen.has(kind)) again += 1;
    // Cc may follow To; a list of the same word over and over is no header.
    if (again > 2) break;
    if (kind === undefined && UNKNOWN_LABEL.test(line)) unknown += 1;
    else if (kind === undefined) strange += 1;
    if (index === at && kind === undefined && !(separated && unknown === 1)) return 0;
    // Addresses run over several lines, other words do not.
    if (strange > 3 || (kind === undefined && unknown === 0 && seen.size === 0)) break;
    if (kind !== undefined) {
      seen.add(kind);
      end = index + 1;
    } else if (unknown > 0 && separated) end = index + 1;
    addressed ||= ADDRESS.test(line);
    dated ||= DATE.test(line) || TIME.test(line);
  }
  const known = seen.has('from') && (seen.size >= 3 || (seen.has('sent') && dated && addressed) || (separated && seen.size >= 2));
  const foreign = separated && seen.size + unknown >= 3 && addressed && dated;
  return known || foreign ? end - at : 0;
}
