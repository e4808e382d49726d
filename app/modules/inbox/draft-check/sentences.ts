export interface Sentence {
  /** Where it begins in the draft. */
  from: number;
  text: string;
}

// A dot between digits, or behind a day or a short month, ends nothing.
const end = /(?:[!?\u2026\u3002\uff01\uff1f\n]+|(?<![\d]|\b(?:\p{L}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|okt|nov|dec|dez|déc|dic|ago|ene|janv|févr|avr|juil|nr|no|z|b|bzw|ca))\.(?=\s|$)|(?<=\d)\.(?=\s+\p{Lu}\p{Ll}{0,2}\s|$))/giu;

/** The sentences of a draft, each with its place. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(end)) {
    const to = match.index + match[0].length;
    if (text.slice(from, to).trim() !== '') found.push({ from, text: text.slice(from, to) });
    from = to;
  }
  if (text.slice(from).trim() !== '') found.push({ from, text: text.slice(from) });
  return found;
}
