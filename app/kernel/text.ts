/** Writing in which words stand without spaces between them; the long vowel of Katakana is of no script by itself. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー`;
const anyUnspaced = new RegExp(`[${unspaced}]`, 'u');
const runs = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}])+`, 'gu');

/** Lower case, accents folded, width unified: how text is compared everywhere. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** Text as the database takes it: without the sign that ends a text elsewhere, and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** What somebody typed into a form, as it is kept. Browsers end lines in two signs as they send them, in one as they show them: taken over as it came, the same words would be others. */
export function asTyped(sent: string): string {
  return storable(sent).replaceAll('\r\n', '\n');
}

/** The beginning of a text, and never half a sign: what is beyond the common ones takes two places, and no database takes one of them. */
export function cut(text: string, most: number): string {
  const beginning = text.slice(0, most);
  return beginning.isWellFormed() ? beginning : beginning.replace(/[\ud800-\udbff]$/, '').toWellFormed();
}

/** True where something in it is of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return anyUnspaced.test(text);
}

/** The lexemes a text is found by: its words, and for scripts without spaces each pair of neighbours. */
export function lexemes(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of fold(text).matchAll(runs)) {
    if (!isUnspaced(run)) found.add(cut(run, 64));
    else for (const pair of pairs(run)) found.add(pair);
  }
  return [...found];
}

/** What was typed, as the lexemes that must all be there; the last word may be unfinished. */
export function searchTerms(typed: string): { lexeme: string; prefix: boolean }[] {
  return lexemes(typed).map((lexeme) => ({ lexeme, prefix: !isUnspaced(lexeme) || [...lexeme].length === 1 }));
}

/** The same as a Postgres tsquery: quoted lexemes joined by `&`, or null where nothing is left to look for. */
export function tsquery(typed: string): string | null {
  const terms = searchTerms(typed).map(({ lexeme, prefix }) => `'${lexeme.replaceAll("'", "''")}'${prefix ? ':*' : ''}`);
  return terms.length > 0 ? terms.join(' & ') : null;
}

function pairs(run: string): string[] {
  const signs = [...run];
  if (signs.length === 1) return signs;
  return signs.slice(0, -1).map((sign, at) => sign + signs[at + 1]);
}
