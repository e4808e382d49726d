/** Writing in which words stand without spaces between them; the long vowel of Katakana is of no script by itself. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー`;
const anyUnspaced = new RegExp(`[${unspaced}]`, 'u');
const runs = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}])+`, 'gu');

/** Lower case, accents folded, width unified: how text is compared everywhere. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}

/** True where something in it is of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return anyUnspaced.test(text);
}

/** The lexemes a text is found by: its words, and for scripts without spaces each pair of neighbours. */
export function lexemes(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of fold(text).matchAll(runs)) {
    if (!isUnspaced(run)) found.add(run.slice(0, 64));
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
