/** A piece of HTML: text as written, or a tag with its attributes unread. */
export type Token = { text: string } | { tag: string; close: boolean; attributes: string };

const RAW = new Set(['script', 'style', 'title', 'xml', 'template']);
const NAME = /<(\/?)([a-z][a-z0-9:-]{0,40})/iy;

/** Where the tag that begins at `from` ends: behind its `>`, quoted ones not counted; -1 when it never does. */
function tagEnd(html: string, from: number, lastQuote: Record<string, number>): number {
  let at = from;
  for (;;) {
    const close = html.indexOf('>', at);
    if (close < 0) return -1;
    const quoteAt = html.slice(at, close).search(/=\s*["']/);
    if (quoteAt < 0) return close + 1;
    const open = at + quoteAt + (/["']/.exec(html.slice(at + quoteAt, close))?.index ?? 0);
    const quote = html[open] ?? '"';
    // A quote that never closes: the tag ends at the first bracket after all.
    if (open >= (lastQuote[quote] ?? -1)) return close + 1;
    at = html.indexOf(quote, open + 1) + 1;
  }
}

/** Takes HTML apart in one pass, in time that grows with its length only, however broken it is. */
export function* htmlTokens(html: string): Generator<Token> {
  const lastQuote = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") };
  const lastComment = html.lastIndexOf('-->');
  const lastClose = new Map<string, number>();
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (open > at) yield { text: html.slice(at, open) };
    if (html.startsWith('<!--', open) && open <= lastComment) {
      at = html.indexOf('-->', open) + 3;
      continue;
    }
    const next = html[open + 1] ?? '';
    NAME.lastIndex = open;
    const named = NAME.exec(html);
    if (named === null && next !== '!' && next !== '?') {
      yield { text: '<' };
      at = open + 1;
      continue;
    }
    const end = named === null ? html.indexOf('>', open) + 1 : tagEnd(html, open, lastQuote);
    if (end <= 0) {
      yield { text: html.slice(open) };
      return;
    }
    at = end;
    if (named === null) continue;
    const tag = (named[2] ?? '').toLowerCase();
    const close = named[1] === '/';
    const attributes = html.slice(open + named[0].length, end - 1);
    if (RAW.has(tag) && !close && !attributes.endsWith('/')) {
      const known = lastClose.get(tag) ?? lower.lastIndexOf(`</${tag}`);
      lastClose.set(tag, known);
      if (known >= end) at = lower.indexOf(`</${tag}`, end);
      continue;
    }
    if (!RAW.has(tag)) yield { tag, close, attributes };
  }
  if (at < html.length) yield { text: html.slice(at) };
}
