/** A stretch of a paragraph: words, strong or not, that may lead somewhere. */
export interface Piece {
  text: string;
  strong?: true;
  em?: true;
  href?: string;
}

export type Paragraph = string | readonly Piece[];

/** A paragraph's words; where a link leads is written behind it. */
export function wordsOf(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return paragraph;
  return paragraph.map(({ text, href }) => (href === undefined || href === text ? text : `${text} (${href})`)).join('');
}
