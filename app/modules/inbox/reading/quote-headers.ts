import { ENDS_WITH_VERB, HAS_VERB, HEADER_LABELS, INLINE_LABELS, LONE_LABELS, NAMED_ATTRIBUTION, NARRATED, ORIGINAL_LINE, ORIGINAL_WORDS, STARTS_ATTRIBUTION, TELLS_WHO, VERB_AND_NAME } from './quote-words.ts';

const ADDRESS = /[^\s<>"()[\]]{1,80}@[^\s<>"()[\]]{2,80}/;
const BRACKETED = /[<([](?:mailto:)?\s*[^\s<>"()[\]]{1,80}@[^\s<>"()[\]]{2,80}\s*[>)\]]/;
const TIME = /(?:^|\D)\d{1,2}\s?[:.h时時点]\s?\d{2}(?:\D|$)/;
// The digits of a bare line are noughts.
const DATE = /(?:^|\D)(?:19\d\d|20\d\d|0000)(?:\D|$)|(?:^|\D)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:\D|$)|\d\s?[年년]/;
// A date in numbers, which would pass for an hour ("5.10.").
const NUMBERS = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/g;
const STARTS_WITH_DATE = /^(?:[\p{L}\p{M}'-]{1,14}[.,]{0,2}\s+){0,2}\(?\d{1,4}/u;
const ENDS_WITH_COLON = /(?:[:：៖]|է\.)\s*$/;
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

const OF_ONESELF = /(?:^|\s)(?:i|we|ich|wir|je(?!\snapisa)|nous|yo|eu|io|ho|ik|wij|jeg|jag|ja|já|я|我)\s|j['’]ai\s/iu;
const BETWEEN_DASHES = /^-{2,}\s?.{1,200}?\s?-{2,}$/;

// An hour, a name and an address and nothing else.
const STAMPED_ADDRESS = /^0{1,4}[./-]0{1,2}[./-]0{2,4},? 0{1,2}:00(?::00)?,? [^<>@]{1,80}<[^\s<>@]{1,80}@[^\s<>]{2,80}>$/;

function isAttribution(text: string): boolean {
  // "---- Mia wrote ----", as some telephones have it.
  if (BETWEEN_DASHES.test(text) && ENDS_WITH_VERB.test(text)) return true;
  if (text.length < 8 || text.length > LONGEST_LINE) return false;
  // "Mia <mia@…> wrote:" without a date, as many telephones have it.
  if (TELLS_WHO.test(text) || STAMPED_ADDRESS.test(text)) return true;
  if (!/\d/.test(text)) return false;
  if (NAMED_ATTRIBUTION.test(text)) return true;
  const known = STARTS_ATTRIBUTION.test(text);
  const dated = STARTS_WITH_DATE.test(text);
  const told = text.replace(/\s+-+$/, '').replace(/^-{2,}\s*/, '');
  if (ENDS_WITH_VERB.test(told)) {
    const timed = BRACKETED.test(told) || TIME.test(told);
    // Who tells what happened when names nobody's address and no hour.
    if (!timed && (OF_ONESELF.test(told) || !DATE.test(told))) return false;
    return known || dated || timed || STARTS_ATTRIBUTION.test(told);
  }
  if (!ENDS_WITH_COLON.test(text)) return false;
  if (BRACKETED.test(text) && TIME.test(text.replace(NUMBERS, ''))) return true;
  return (known || dated) && HAS_VERB.test(text) && (TIME.test(text) || ADDRESS.test(text));
}

/** Whether an attribution names an address or an hour, as programs do and who tells a story seldom does. */
export function namesAddressOrHour(line: string): boolean {
  const text = bare(line);
  return ADDRESS.test(text) || TIME.test(text.replace(NUMBERS, ''));
}

/** Whether somebody tells what another wrote ("… the driver wrote:") rather than a program whom it quotes. */
export function isNarrated(line: string): boolean {
  const text = bare(line);
  return !ADDRESS.test(text) && NARRATED.test(text);
}

/** How many lines from `at` on are one attribution ("On … wrote:"), 0 for none. */
export function attributionLength(lines: string[], at: number): number {
  if (!/[\p{Nd}<([@]|^\s*--|さんは/u.test(lines[at] ?? '')) return 0;
  let joined = '';
  for (let count = 1; count <= MOST_LINES; count += 1) {
    const line = bare(count > 1 && lines[at + count - 1]?.includes('@') === true ? (lines[at + count - 1] ?? '').replace(/^[> ]+/, '') : (lines[at + count - 1] ?? ''));
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
const DATED_NAME = /^0{4}-00-00 00:00 (?:GMT|UTC)\S{0,6} \S.{0,80}$/;

const LONGEST_NAME = 60;
// A title between two rules, in whatever language: what stands right below it is what it names.
const TITLED = /^[-_=—–]{4,40} ?\p{L}[\p{L}\p{M} ./’'-]{2,60} ?[-_=—–]{4,40}$/u;

/** Whether the line right before a quote introduces it, in whatever language. */
export function introducesQuote(line: string): boolean {
  const text = bare(line);
  if (DATED_ADDRESS.test(text) || DATED_NAME.test(text) || TITLED.test(text)) return true;
  // "Mia Sommer wrote:", and nothing else about her.
  if (text.length <= LONGEST_NAME && VERB_AND_NAME.test(text)) return true;
  if (text.length <= LONGEST_NAME && ENDS_WITH_COLON.test(text) && ENDS_WITH_VERB.test(text) && !OF_ONESELF.test(text)) return true;
  return text.length <= LONGEST_LINE && (ENDS_WITH_COLON.test(text) || ENDS_WITH_VERB.test(text)) && (BRACKETED.test(text) || (DATE.test(text) && TIME.test(text)) || (STARTS_ATTRIBUTION.test(text) && /\d/.test(text)));
}

const RULE = /^[\s>]*(?:[_-]\s?){8,}\s*$/;
/** A line drawn across the mail, as Outlook draws one over what it quotes. */
export function isRule(line: string): boolean {
  return line.length < 200 && RULE.test(line);
}

const SEPARATOR = /^[\s>]*[-_=*~#—–―─━]{4,120}\s*$/;
// Domino sets who wrote and what about over the header.
const TITLE = /^\s*\S.{1,80} --- .{1,160} ---\s*$/;
const NEAR = 4;

/** Where a quote that begins at `at` begins with what was set before it: a line drawn across, the words "original message". */
export function withSeparator(lines: string[], at: number): number {
  let before = at - 1;
  while (before >= 0 && at - before <= NEAR && (lines[before] ?? '').trim() === '') before -= 1;
  const line = lines[before] ?? '';
  if (before < 0 || line.length > LONGEST_LINE) return at;
  return SEPARATOR.test(line) || ORIGINAL_WORDS.test(line) || TITLE.test(line) || TITLED.test(bare(line)) ? before : at;
}

/** Whether a whole header stands in one line, as telephones flatten it ("Von: … Datum: … An: … Betreff: …"). */
export function isFlatHeader(line: string): boolean {
  if (line.length > LONGEST_LINE || !Object.values(HEADER_LABELS).some((label) => label.test(line))) return false;
  const labels = INLINE_LABELS.filter((label) => label.test(line)).length;
  return labels >= 3 || (labels === 2 && HEADER_LABELS.from.test(line) && ADDRESS.test(line) && TIME.test(line.replace(NUMBERS, '')));
}

const STAMP = /^0{1,4}[./-]0{1,2}[./-]0{1,4},? 0{1,2}[:.]00(?:[:.]00)?(?: [ap]m)?(?: \S{2,5})?$/i;
const MOST_ABOVE_STAMP = 3;
const MOST_BELOW_STAMP = 14;

/** Whether Notes names here who wrote, on the next lines when, and below that to whom and about what, each word alone on its line. */
export function isNotesHeader(lines: string[], at: number): boolean {
  const first = lines[at] ?? '';
  if (first.length > LONGEST_LINE || !ADDRESS.test(first) || /[:：]\s*$/.test(first)) return false;
  const above = lines.slice(at + 1, at + 2 + MOST_ABOVE_STAMP).findIndex((line) => STAMP.test(bare(line)));
  if (above < 0) return false;
  const below = lines.slice(at + 2 + above, at + 2 + above + MOST_BELOW_STAMP).map((line) => line.slice(0, LONGEST_LINE));
  const to = below.findIndex((line) => LONE_LABELS.to.test(line));
  return to >= 0 && below.slice(to).some((line) => LONE_LABELS.subject.test(line));
}

/** Whether the marked lines from `at` to `end` are nothing but the header of what follows them unmarked. */
export function isMarkedHeader(lines: string[], at: number, end: number): boolean {
  if (end >= lines.length || end - at > LINES_OF_HEADER || !isRule(lines[at - 1] ?? '')) return false;
  const own = lines.slice(at, end).map((line) => line.replace(/^[>\s]+/, ''));
  const written = own.filter((line) => line !== '');
  return written.length >= 3 && headerBlockLength(written, 0) === written.length;
}

const UNKNOWN_LABEL = /^[\s>*]*[\p{L}\p{M}][\p{L}\p{M} .'’]{0,24}\*?\s?[:：]\s*\S/u;
const LINES_OF_HEADER = 16;

function kindsOf(line: string): string[] {
  return Object.entries(HEADER_LABELS).filter(([, label]) => label.test(line)).map(([kind]) => kind);
}

const divides = (line: string): boolean => isRule(line) || SEPARATOR.test(line.slice(0, LONGEST_LINE)) || ORIGINAL_LINE.test(line.slice(0, LONGEST_LINE));

/** How many lines from `at` on are the header of a quoted message (From, Sent, To, Subject), 0 for none. */
export function headerBlockLength(lines: string[], at: number): number {
  if (!/[:：]/.test(lines[at] ?? '')) return 0;
  const separated = divides(lines[at - 1] ?? '') || ((lines[at - 1] ?? '').trim() === '' && divides(lines[at - 2] ?? ''));
  const seen = new Set<string>();
  let end = at;
  let strange = 0;
  let again = 0;
  let unknown = 0;
  let addressed = false;
  let dated = false;
  let timed = false;
  let clocked = false;
  for (let index = at; index < Math.min(lines.length, at + LINES_OF_HEADER); index += 1) {
    const line = (lines[index] ?? '').slice(0, LONGEST_LINE);
    if (line.trim() === '') {
      if (seen.size < 2 && index === at + 1) continue;
      // Each field may be a paragraph of its own.
      if (kindsOf((lines[index + 1] ?? '').slice(0, LONGEST_LINE)).some((one) => !seen.has(one))) continue;
      break;
    }
    const kinds = kindsOf(line);
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
    timed ||= kind === 'sent' && DATE.test(line) && TIME.test(line);
    clocked ||= kind === 'sent' && TIME.test(bare(line).replace(NUMBERS, ''));
  }
  // Three labels without a subject, an address or an hour may be a form.
  const known = seen.has('from') && ((seen.size >= 3 && (separated || addressed || (clocked && unknown === 0) || (seen.has('subject') && seen.has('sent')))) || (seen.has('sent') && dated && addressed && unknown === 0) || (separated && seen.size >= 2));
  const foreign = separated && seen.size + unknown >= 3 && addressed && dated;
  const dateFirst = timed && addressed && seen.has('to') && HEADER_LABELS.sent.test(lines[at] ?? '');
  return known || foreign || dateFirst ? end - at : 0;
}
