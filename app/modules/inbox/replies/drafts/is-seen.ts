/** What a page that writes knows to be kept, its latest first: what it was shown, then what it saved since without an answer. Null: all there is. */
export type KnownWords = readonly string[] | null;

/** Whether whoever writes has what is kept before their eyes: they knew it, or write the same. Where nothing is kept, nothing is lost. */
export function isSeen(kept: string, { known, text }: { known: KnownWords; text: string }): boolean {
  return known === null || plain(kept) === '' || [...known, text].some((one) => plain(one) === plain(kept));
}

/** Browsers end the lines of a form as they like. */
const plain = (words: string): string => words.replaceAll('\r\n', '\n').trim();
