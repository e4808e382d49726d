import { lexemes } from '#app/kernel/text.ts';
import { cut } from '#app/kernel/text.ts';

const longestText = 100_000;
const mostWords = 4_000;

/** What of a message it is found by. */
export interface Said {
  subject?: string;
  text: string;
  authorName?: string;
  from?: string | null;
  to?: readonly string[];
  cc?: readonly string[];
}

/** The words by which a ticket is found where these are its texts; of a text without end its beginning. */
export function wordsOf(texts: readonly (string | null | undefined)[]): string[] {
  const read = texts.map((text) => cut(text ?? '', longestText)).join('\n');
  return lexemes(read).slice(0, mostWords);
}

/** The words of a message: what was written in it, who wrote it, to whom. What it only quotes was said elsewhere. */
export function wordsSaid({ subject, text, authorName, from, to = [], cc = [] }: Said): string[] {
  return wordsOf([subject, authorName, from, ...to, ...cc, text]);
}
