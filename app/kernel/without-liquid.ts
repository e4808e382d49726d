/**
 * Makes HTML safe to be read as Liquid: nothing in it opens a Liquid tag or output, wherever it came from, and browsers
 * show the same signs as before. Holds for text and attribute values; styles and scripts must not contain the sequences.
 */
export function withoutLiquid(html: string): string {
  return html.replace(/\{(?=[{%])/g, '&#123;');
}
