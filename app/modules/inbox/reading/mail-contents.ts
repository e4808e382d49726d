import { decodeText } from './charset.ts';
import { uuFiles } from './encoded-bytes.ts';
import { rawField } from './header-fields.ts';
import type { Allowance, Part } from './part-tree.ts';
import { bodyOf, partOf } from './part-tree.ts';
import { unpackTnef } from './tnef.ts';

export interface Attachment {
  filename: string | null;
  type: string;
  content: Buffer;
  /** What the page calls it, where it is a picture inside the text. */
  contentId?: string | null;
}

/** One piece of the body, in the forms the sender gave it. */
export interface Block {
  plain: string | null;
  html: string | null;
}

export interface Contents {
  blocks: Block[];
  attachments: Attachment[];
  /** Machine-readable parts of reports, in order. */
  reports: { type: string; text: string }[];
  /** Messages inside this one. */
  messages: Part[];
}

const LONGEST_TEXT = 4 * 1024 * 1024;
const DEEPEST_MESSAGE = 5;

interface Walk {
  contents: Contents;
  /** Texts that are files, too: their sender names them and shows them in place. */
  named: Part[];
  allowed: Allowance;
  hint: string | null;
  report: boolean;
}

function textOf(part: Part, walk: Walk): string {
  // In quoted-printable a byte may travel as three.
  let bytes = bodyOf(part, LONGEST_TEXT * 3);
  if (bytes.length > LONGEST_TEXT) {
    walk.allowed.warnings.add('text-cut');
    bytes = bytes.subarray(0, LONGEST_TEXT);
  }
  // The charset a page names itself helps where the header does not say.
  const inPage = part.type === 'text/html' ? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1] : undefined;
  const said = part.parameters.get('charset') || inPage || null;
  return decodeText(bytes, said, walk.hint)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
}

/** Soft breaks of format=flowed (RFC 3676) taken out. */
function unflowed(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open: string[] = [];
  let depth = -1;
  const flush = (): void => {
    if (open.length > 0) out.push(open.join(''));
    open = [];
  };
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)?.[0].length ?? 0;
    const body = raw.slice(marks).replace(/^ /, '');
    const soft = body.endsWith(' ') && body !== '-- ';
    if (open.length === 0 || marks !== depth || body === '-- ') {
      flush();
      open = [marks > 0 ? `${'>'.repeat(marks)} ` : ''];
    }
    depth = marks;
    open.push(soft && deleteSpace ? body.slice(0, -1) : body);
    if (!soft) flush();
  }
  flush();
  return out.join('\n');
}

function plainBlock(part: Part, walk: Walk): Block {
  const raw = textOf(part, walk);
  const { text, files } = uuFiles(raw);
  for (const { filename, content } of files) walk.contents.attachments.push({ filename, type: 'application/octet-stream', content });
  const flowed = /^flowed$/i.test(part.parameters.get('format') ?? '');
  return { plain: flowed ? unflowed(text, /^yes$/i.test(part.parameters.get('delsp') ?? '')) : text, html: null };
}

function attach(part: Part, walk: Walk): void {
  const content = bodyOf(part);
  if (content.length === 0 && part.filename === null) return;
  if (part.type === 'application/ms-tnef' || part.type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(part.filename ?? '')) {
    const inside = unpackTnef(content);
    if (inside !== null) {
      walk.contents.attachments.push(...inside.attachments);
      if (inside.plain !== null || inside.html !== null) walk.contents.blocks.push({ plain: inside.plain, html: inside.html });
      return;
    }
    walk.allowed.warnings.add('tnef-unread');
  }
  walk.contents.attachments.push({ filename: part.filename, type: part.type, content, contentId: contentId(part) });
}

function contentId(part: Part): string | null {
  const named = /[^<>\s]{1,250}/.exec(rawField(part.fields, 'content-id') ?? '')?.[0];
  return named ?? null;
}

function message(part: Part, walk: Walk, depth: number): void {
  const content = bodyOf(part);
  if (content.length > 0 || part.filename !== null) walk.contents.attachments.push({ filename: part.filename, type: part.type, content });
  if (walk.allowed.parts <= 0 || depth >= DEEPEST_MESSAGE) {
    walk.allowed.warnings.add('nested-too-deep');
    return;
  }
  const inner = partOf(content, walk.allowed, depth + 1, 'text/plain');
  walk.contents.messages.push(inner);
  // A report's message is evidence, and one beside a text is a file of its own; where there is nothing else, it is what was sent.
  if (walk.report || part.disposition === 'attachment') return;
  if (walk.contents.blocks.some((block) => block.plain?.trim() || block.html?.trim())) return;
  const inside = collected(inner, walk.allowed, walk.hint, depth + 1);
  walk.contents.attachments.push(...inside.attachments);
  walk.contents.blocks.push(...inside.blocks);
}

const REPRESENTATION = /^text\/(?:x-amp-html|watch-html|x-watch-html)$/;

function leaf(part: Part, walk: Walk, depth: number): void {
  const { type, disposition, filename } = part;
  if (type === 'message/rfc822' || type === 'message/global') {
    message(part, walk, depth);
    return;
  }
  if (/^message\/(?:delivery-status|global-delivery-status|feedback-report|disposition-notification)$/.test(type)) {
    walk.contents.reports.push({ type, text: textOf(part, walk) });
    attach(part, walk);
    return;
  }
  if (/^(?:text\/rfc822-headers|message\/global-headers)$/.test(type)) {
    walk.contents.messages.push(partOf(bodyOf(part), walk.allowed, depth + 1, 'text/plain'));
    attach(part, walk);
    return;
  }
  const readable = type === 'text/plain' || type === 'text/html' || type === 'text/enriched';
  const first = walk.contents.blocks.length === 0;
  if (!readable || disposition === 'attachment' || (filename !== null && (!first || disposition === 'inline'))) {
    if (!REPRESENTATION.test(type)) attach(part, walk);
    if (readable && disposition === 'inline') walk.named.push(part);
    return;
  }
  if (type === 'text/html') walk.contents.blocks.push({ plain: null, html: textOf(part, walk) });
  else if (type === 'text/enriched') walk.contents.blocks.push({ plain: textOf(part, walk).replace(/<\/?[a-z-]{1,20}>/gi, ''), html: null });
  else walk.contents.blocks.push(plainBlock(part, walk));
}

function alternative(part: Part, walk: Walk, depth: number): void {
  const outer = walk.contents.blocks;
  walk.contents.blocks = [];
  for (const child of part.children) {
    const held = walk.contents.blocks;
    walk.contents.blocks = [];
    visit(child, walk, depth);
    walk.contents.blocks = [...held, ...walk.contents.blocks];
  }
  const plains = walk.contents.blocks.filter((block) => block.plain !== null && block.plain.trim() !== '');
  const pages = walk.contents.blocks.filter((block) => block.html !== null && block.html.trim() !== '');
  const inner = walk.contents.blocks;
  walk.contents.blocks = outer;
  if (inner.length === 0) return;
  outer.push({
    plain: plains.length > 0 ? plains.map((block) => block.plain).join('\n') : null,
    html: pages.length > 0 ? pages.map((block) => block.html).join('\n') : null,
  });
}

function visit(part: Part, walk: Walk, depth: number): void {
  if (!part.type.startsWith('multipart/')) leaf(part, walk, depth);
  else if (part.type === 'multipart/alternative') alternative(part, walk, depth);
  else if (part.children.length === 0) attach(part, walk);
  else for (const child of part.children) visit(child, walk, depth);
}

/** Everything a message holds: its text, its files, its reports and the messages inside it. */
export function collected(root: Part, allowed: Allowance, hint: string | null, depth: number): Contents {
  const contents: Contents = { blocks: [], attachments: [], reports: [], messages: [] };
  const walk: Walk = { contents, named: [], allowed, hint, report: root.type === 'multipart/report' };
  visit(root, walk, depth);
  // Where nothing else is to be read, they are what was written.
  if (!contents.blocks.some((block) => block.plain?.trim() || block.html?.trim())) {
    const plain = walk.named.find(({ type }) => type === 'text/plain');
    const html = walk.named.find(({ type }) => type === 'text/html');
    if (plain !== undefined || html !== undefined) contents.blocks.push({ plain: plain === undefined ? null : textOf(plain, walk), html: html === undefined ? null : textOf(html, walk) });
  }
  return contents;
}
