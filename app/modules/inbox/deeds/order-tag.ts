/** Whether Shopify takes these words as one tag: no longer ones, and it parts them by commas. */
export function isOneTag(words: string): boolean {
  return words.length <= 40 && !words.includes(',');
}
