import type { Piece } from '#app/modules/brand/index.server.ts';

/** Markup that is not allowed, and the line it stands in. */
export class ForbiddenMarkup extends Error {
  readonly line: number;

  constructor(found: string, line: number) {
    super(found);
    this.name = 'ForbiddenMarkup';
    this.line = line;
  }
}

const marks = /<[^>]*>?|&(?:amp|lt|gt|quot|#39|#34);/g;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&#39;': "'" };

/**
 * Reads a body of paragraphs in which `<strong>`, `<b>`, `<em>`, `<i>` and links to https or mailto addresses may stand; anything else
 * that looks like markup throws. What comes out is words: nothing of it is ever taken for markup again.
 */
export function readMarkup(body: string): Piece[][] {
  const paragraphs: Piece[][] = [];
  let line = 1;
  for (const paragraph of body.split(/\n[^\S\n]*(?=\n)/)) {
    const pieces = readParagraph(paragraph, line + leadingLines(paragraph));
    line += paragraph.split('\n').length;
    if (pieces.some(({ text }) => text.trim() !== '')) paragraphs.push(pieces);
  }
  return paragraphs;
}

function leadingLines(paragraph: string): number {
  return /^\n*/.exec(paragraph)?.[0].length ?? 0;
}

function readParagraph(paragraph: string, firstLine: number): Piece[] {
  const source = paragraph.trim();
  const pieces: Piece[] = [];
  const open: { tag: string; href?: string }[] = [];
  let at = 0;
  const put = (text: string) => {
    if (text === '') return;
    const href = open.findLast(({ tag }) => tag === 'a')?.href;
    const has = (tag: string) => open.some((one) => one.tag === tag);
    pieces.push({ text, ...(has('strong') ? { strong: true } : {}), ...(has('em') ? { em: true } : {}), ...(href === undefined ? {} : { href }) });
  };
  for (const { 0: found, index } of source.matchAll(marks)) {
    const line = firstLine + source.slice(0, index).split('\n').length - 1;
    put(source.slice(at, index));
    at = index + found.length;
    const character = entities[found];
    if (character !== undefined) put(character);
    else follow(found, line);
  }
  put(source.slice(at));
  if (open.length > 0) throw new ForbiddenMarkup(`<${open.at(-1)?.tag}>`, firstLine);
  return pieces;

  function follow(found: string, line: number): void {
    const tag = readTag(found);
    if (!tag) throw new ForbiddenMarkup(found.slice(0, 60), line);
    if (!tag.closes) open.push(tag);
    else if (open.pop()?.tag !== tag.tag) throw new ForbiddenMarkup(found, line);
  }
}

const names: Readonly<Record<string, string>> = { b: 'strong', strong: 'strong', i: 'em', em: 'em' };

function readTag(found: string): { tag: string; href?: string; closes: boolean } | null {
  const link = /^<a\s+href="((?:https:\/\/|mailto:)[^"<>\s]+)"\s*>$/i.exec(found)?.[1];
  if (link !== undefined) return { tag: 'a', href: link.replaceAll('&amp;', '&'), closes: false };
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)>$/i.exec(found) ?? [];
  const lower = name.toLowerCase();
  if (lower === 'a') return slash ? { tag: 'a', closes: true } : null;
  const tag = Object.hasOwn(names, lower) ? names[lower] : undefined;
  return tag === undefined ? null : { tag, closes: slash !== '' };
}
